/** What waits to be printed, and the printer before which it waits: off, slow, gone in the middle. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Port, PrinterUnreachable, type PrinterTrouble, withPatience } from '#lib/printer/port.ts';
import { PrintQueue } from '#lib/printer/queue.svelte.ts';
import { plainPrinter, printBytes } from '#lib/printing/escpos.ts';
import { type Paper, textParts } from '#lib/printing/paper.ts';
import { paperPort } from '#tests/support/escpos.ts';

const paper = (title: string): Paper => ({ title, roll: 58, parts: textParts([title]) });

/** How the queue reads on the screen. */
const shown = ({ jobs }: PrintQueue) => jobs.map(({ paper: { title }, state }) => `${title} ${state}`);

/** A printer that prints when the test says so. */
function printerByHand() {
	const asked: {
		readonly title: string;
		readonly done: () => void;
		readonly fail: (trouble: PrinterTrouble) => void;
	}[] = [];
	let came: () => void = () => undefined;
	const queue = new PrintQueue(({ title }) =>
		withPatience(
			new Promise((resolve, reject) => {
				asked.push({ title, done: resolve, fail: (trouble) => reject(new PrinterUnreachable(trouble)) });
				came();
			})
		)
	);
	/** The nth time that something was to be printed. */
	const nth = async (count: number) => {
		while (asked.length < count) await new Promise<void>((resolve) => (came = resolve));
		const last = asked[count - 1];
		if (last === undefined) throw new Error('nothing was to be printed');
		return last;
	};
	return { queue, nth, asked };
}

/** Everything that waits for no time has happened. */
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test('a sale never waits: what is added is there at once, and is printed in order, one at a time', async () => {
	const { queue, nth } = printerByHand();
	queue.add(paper('satu'));
	queue.add(paper('dua'));
	expect(shown(queue)).toEqual(['satu printing', 'dua waiting']);
	(await nth(1)).done();
	(await nth(2)).done();
	await settled();
	expect(shown(queue)).toEqual([]);
});

test('a printer that fell asleep is tried a second time without asking anyone', async () => {
	const { queue, nth } = printerByHand();
	queue.add(paper('satu'));
	(await nth(1)).fail('gone');
	(await nth(2)).done();
	await settled();
	expect(shown(queue)).toEqual([]);
});

test('a printer that is off keeps everything in order until a person tries again', async () => {
	const { queue, nth, asked } = printerByHand();
	queue.add(paper('satu'));
	queue.add(paper('dua'));
	(await nth(1)).fail('not-reached');
	(await nth(2)).fail('not-reached');
	await settled();
	expect(shown(queue)).toEqual(['satu failed', 'dua failed']);
	expect(queue.jobs[0]?.trouble).toBe('not-reached');
	queue.retry();
	expect(asked).toHaveLength(3);
	(await nth(3)).done();
	expect((await nth(4)).title).toBe('dua');
});

test('the next receipt tries the ones before it too', async () => {
	const { queue, nth } = printerByHand();
	queue.add(paper('satu'));
	(await nth(1)).fail('gone');
	(await nth(2)).fail('gone');
	await settled();
	queue.add(paper('dua'));
	expect((await nth(3)).title).toBe('satu');
});

test('without a printer nobody is asked twice', async () => {
	const { queue, nth, asked } = printerByHand();
	queue.add(paper('satu'));
	(await nth(1)).fail('not-chosen');
	await settled();
	expect(shown(queue)).toEqual(['satu failed']);
	expect(asked).toHaveLength(1);
});

test('a job can be dropped, also while it waits', async () => {
	const { queue, nth } = printerByHand();
	queue.add(paper('satu'));
	queue.add(paper('dua'));
	queue.add(paper('tiga'));
	queue.drop(2);
	(await nth(1)).done();
	expect((await nth(2)).title).toBe('tiga');
});

test('a printer that says nothing is given up after a while, and the till goes on', async () => {
	const { queue, nth } = printerByHand();
	queue.add(paper('satu'));
	await nth(1);
	await vi.advanceTimersByTimeAsync(45_000);
	await nth(2);
	await vi.advanceTimersByTimeAsync(45_000);
	expect(shown(queue)).toEqual(['satu failed']);
	expect(queue.jobs[0]?.trouble).toBe('gone');
});

test('a till that nobody looks after keeps the newest fifty', async () => {
	const queue = new PrintQueue(() => Promise.reject(new PrinterUnreachable('not-chosen')));
	for (let count = 1; count <= 60; count++) queue.add(paper(`struk ${count}`));
	await settled();
	expect(queue.jobs).toHaveLength(50);
	expect(queue.jobs.at(-1)?.paper.title).toBe('struk 60');
});

describe('through a port', () => {
	test('what comes out is what was put in', async () => {
		const port = paperPort();
		const queue = new PrintQueue((each) => port.write(printBytes(each, plainPrinter)));
		queue.add(paper('satu'));
		queue.add(paper('dua'));
		await vi.waitFor(() => expect(queue.jobs).toEqual([]));
		expect(port.printed().rows.map(({ text }) => text)).toEqual(['satu', 'dua']);
	});

	test('one that goes away in the middle is tried anew, and the receipt comes out whole', async () => {
		const good = paperPort();
		const bad: Port = {
			write: (bytes) => good.write(bytes.subarray(0, 9)).then(() => Promise.reject(new PrinterUnreachable('gone'))),
			close: () => Promise.resolve()
		};
		const ports = [bad, good];
		const queue = new PrintQueue(async (each) => {
			const [port = good] = ports.splice(0, 1);
			await port.write(printBytes(each, plainPrinter));
		});
		queue.add(paper('satu'));
		await vi.waitFor(() => expect(queue.jobs).toEqual([]));
		expect(good.printed().rows.at(-1)?.text).toBe('satu');
	});
});
