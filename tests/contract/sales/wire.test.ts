// Examples of what tills of each released version send: they are read for ever as they were meant; none is ever edited.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planLines, saleBooks } from '#lib/sales/sale-plan.ts';
import { readEvent, readHead } from '#lib/sales/wire.ts';

interface Example {
	/** What the example shows. */
	readonly shows: string;
	/** The event, byte for byte as it was sent. */
	readonly text: string;
	/** What it comes to: the sums of a sale, or what it takes back; or why it is only kept. */
	readonly means: unknown;
}

const folder = join(import.meta.dirname, 'wire-1');
const examples = readdirSync(folder)
	.sort()
	.map((name): readonly [name: string, example: Example] => [
		name,
		JSON.parse(readFileSync(join(folder, name), 'utf8')) as Example
	]);

/** What this program makes of an event. */
function meaning(text: string): unknown {
	const head = readHead(text);
	if (head === null) return { problem: 'envelope' };
	const read = readEvent(head);
	if (!('event' in read)) return read;
	const { event } = read;
	if (event.kind === 'void') return { voids: event.body.saleId, reason: event.body.reason };
	if (event.kind === 'receipt-printed-again') return { reprints: event.body.saleId, prints: event.body.count - 1 };
	if (event.kind !== 'sale') return { kind: event.kind, body: event.body };
	const lines = planLines(event.body, () => null).map((line) => ({ ...line, cost: 0 as never }));
	const { omzet, legs } = saleBooks(event.body, lines, 'counter');
	return { receipt: event.body.receiptNumber, omzet, legs: legs.map(({ account, amount }) => `${account} ${amount}`) };
}

describe('wire version 1', () => {
	test('has examples', () => {
		expect(examples.length).toBeGreaterThan(5);
	});

	test.each(examples)('%s', (_, { text, means }) => {
		expect(meaning(text)).toEqual(means);
	});
});
