/** The window onto a long grid of goods. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neighbour, windowOf } from '#lib/counter/grid-window.ts';

const sight = { scrolled: 0, height: 460, rowHeight: 168, columns: 2, count: 5000 };

test('of five thousand goods only some dozens are drawn', () => {
	expect(windowOf(sight)).toEqual({ from: 0, to: 16, rowsAbove: 0, rowsBelow: 2492 });
});

test('scrolling a little changes nothing that is drawn', () => {
	expect(windowOf({ ...sight, scrolled: 100 })).toEqual(windowOf(sight));
});

test('what is seen is always drawn, and all rows are accounted for', () => {
	const anySight = fc.record({
		scrolled: fc.integer({ min: -50, max: 500_000 }),
		height: fc.integer({ min: 100, max: 2000 }),
		rowHeight: fc.integer({ min: 100, max: 300 }),
		columns: fc.integer({ min: 1, max: 8 }),
		count: fc.integer({ min: 1, max: 6000 })
	});
	fc.assert(
		fc.property(anySight, (seen) => {
			const { from, to, rowsAbove, rowsBelow } = windowOf(seen);
			const rows = Math.ceil(seen.count / seen.columns);
			const bottom = Math.max(0, rows * seen.rowHeight - seen.height);
			const scrolled = Math.min(Math.max(0, seen.scrolled), bottom);
			const first = Math.floor(scrolled / seen.rowHeight) * seen.columns;
			const last = Math.min(seen.count, Math.ceil((scrolled + seen.height) / seen.rowHeight) * seen.columns);
			const isWithin = seen.scrolled > bottom || (from <= first && to >= last);
			return (
				isWithin &&
				from === rowsAbove * seen.columns &&
				rowsAbove + Math.ceil((to - from) / seen.columns) + rowsBelow === rows
			);
		})
	);
});

test.each([
	[0, 'ArrowRight', 1],
	[0, 'ArrowLeft', 0],
	[1, 'ArrowDown', 4],
	[4, 'ArrowUp', 1],
	[9, 'ArrowDown', 9],
	[3, 'Enter', 3]
])('from %d the key %s leads to %d', (index, key, next) => {
	expect(neighbour(index, key, 3, 10)).toBe(next);
});
