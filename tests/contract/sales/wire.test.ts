// Examples of what tills of each released version send: they are read for ever as they were meant; none is ever edited.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chainHash, firstPrevious } from '#lib/sales/chain.ts';
import { planLines, saleBooks } from '#lib/sales/sale-plan.ts';
import { readEvent, readHead } from '#lib/sales/wire.ts';
import type { SaleBody } from '#lib/sales/wire-bodies.ts';

interface Example {
	/** What the example shows. */
	readonly shows: string;
	/** The event, byte for byte as it was sent. */
	readonly text: string;
	/** What it comes to: the sums of a sale, what it takes back, or its own words; or why it is only kept. */
	readonly means: unknown;
	/** How the till's next event names this one. */
	readonly next?: string;
}

type Named = readonly [name: string, example: Example];

function examplesOf(version: 1 | 2): Named[] {
	const folder = join(import.meta.dirname, `wire-${version}`);
	return readdirSync(folder)
		.sort()
		.map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Example]);
}

/** What this program makes of an event. */
function meaning(text: string): unknown {
	const head = readHead(text);
	if (head === null) return { problem: 'envelope' };
	const read = readEvent(head);
	if (!('event' in read)) return read;
	const { kind, body } = read.event;
	if (kind === 'sale') return saleMeaning(body);
	if (head.v === 1 && kind === 'void') return { voids: body.saleId, reason: body.reason };
	if (head.v === 1 && kind === 'receipt-printed-again') return { reprints: body.saleId, prints: body.count - 1 };
	return { kind, ...body };
}

function saleMeaning(body: SaleBody): object {
	const lines = planLines(body, () => null).map((line) => ({ ...line, cost: 0 as never }));
	const { omzet, legs } = saleBooks(body, lines, 'counter');
	return { receipt: body.receiptNumber, omzet, legs: legs.map(({ account, amount }) => `${account} ${amount}`) };
}

describe.each([1, 2] as const)('wire version %i', (version) => {
	const examples = examplesOf(version);

	test('has examples', () => {
		expect(examples.length).toBeGreaterThan(5);
	});

	test.each(examples)('%s', (_, { text, means }) => {
		expect(meaning(text)).toEqual(means);
	});
});

test('the events of version 2 are a chain, from the enrolment to the last', () => {
	const chained = examplesOf(2).filter(([, { next }]) => next !== undefined);
	let previous: string | null = null;
	for (const [, { text, next }] of chained) {
		const head = readHead(text);
		previous ??= head === null ? null : firstPrevious(head.enrolmentId);
		expect([head?.previous, chainHash(text)]).toEqual([previous, next]);
		previous = next ?? null;
	}
	expect(chained.length).toBeGreaterThan(10);
});
