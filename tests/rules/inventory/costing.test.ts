// Stock keeps quantity and value: what goes out takes its part, the last of it all, and guesses are settled.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Bug } from '#lib/kernel/assert.ts';
import { quantity, quantityMax } from '#lib/kernel/quantity.ts';
import { amountMax, rupiah } from '#lib/kernel/rupiah.ts';
import { emptyLevel, guessed, type Level, type Movement, putIn, takeOut } from '#lib/inventory/costing.ts';

const level = (q: number, value: number, lastCost = 0): Level => ({
	quantity: quantity(q),
	value: rupiah(value),
	lastCost: rupiah(lastCost)
});
const told = ({ level: after, value, difference }: Movement) => [
	after.quantity,
	after.value,
	after.lastCost,
	value,
	difference
];

describe('taking out', () => {
	test.each([
		// stock (quantity, value, last cost), out → after (quantity, value, last cost), value moved
		['a part takes its part', [10_000, 120_000, 12_000], 2500, [7500, 90_000, 12_000, -30_000, 0]],
		['half a rupiah rounds up', [2000, 1001, 500], 1000, [1000, 500, 500, -501, 0]],
		['the last takes the rest', [1000, 501, 500], 1000, [0, 0, 500, -501, 0]],
		['a third, and a third of the rest', [3000, 1000, 333], 1000, [2000, 667, 333, -333, 0]],
		['beyond zero: all there is, then the last known cost', [1000, 700, 650], 3000, [-2000, -1300, 650, -2000, 0]],
		['below zero: the last known cost', [-1000, -650, 650], 500, [-1500, -975, 650, -325, 0]],
		['what was never bought costs nothing yet', [0, 0, 0], 500, [-500, 0, 0, 0, 0]],
		['goods given for nothing', [1000, 0, 0], 400, [600, 0, 0, 0, 0]]
	] as const)('%s', (_, [q, value, lastCost], out, after) => {
		expect(told(takeOut(level(q, value, lastCost), quantity(out)))).toEqual(after);
	});

	test('nothing, or less, is a bug', () => {
		expect(() => takeOut(emptyLevel, quantity(0))).toThrow(Bug);
	});
});

describe('putting in', () => {
	test.each([
		// stock, in (quantity, cost) → after, value moved, difference
		['into an empty stock', [0, 0, 0], [10_000, 120_000], [10_000, 120_000, 12_000, 120_000, 0]],
		['the average moves', [10_000, 120_000, 12_000], [10_000, 140_000], [20_000, 260_000, 13_000, 140_000, 0]],
		['what was missing is settled dearer', [-2000, -1300, 650], [5000, 4000], [3000, 2400, 800, 3700, 300]],
		['and cheaper', [-2000, -1300, 650], [4000, 2000], [2000, 1000, 500, 2300, -300]],
		['exactly what was missing', [-2000, -1300, 650], [2000, 1500], [0, 0, 650, 1300, 200]],
		['less than what was missing', [-3000, -1950, 650], [1000, 700], [-2000, -1300, 650, 650, 50]],
		['what was sold before it was ever bought', [-500, 0, 0], [500, 400], [0, 0, 0, 0, 400]],
		['for nothing', [1000, 700, 700], [1000, 0], [2000, 700, 350, 0, 0]]
	] as const)('%s', (_, [q, value, lastCost], [amount, cost], after) => {
		expect(told(putIn(level(q, value, lastCost), quantity(amount), rupiah(cost)))).toEqual(after);
	});

	test('what went out at a cost and comes back at it leaves the stock as it was', () => {
		fc.assert(
			fc.property(stocked, fc.integer({ min: 1, max: 100_000 }), (before, out) => {
				const { level: after, value } = takeOut(before, quantity(out));
				if (after.quantity < 0) return;
				const back = putIn(after, quantity(out), rupiah(0 - value));
				expect([back.level.quantity, back.level.value, back.difference]).toEqual([before.quantity, before.value, 0]);
			})
		);
	});
});

const stocked = fc.record({
	quantity: fc.integer({ min: 1, max: 100_000 }).map(quantity),
	value: fc.nat(10_000_000).map(rupiah),
	lastCost: fc.nat(1_000_000).map(rupiah)
});

const step = fc.oneof(
	fc.record({ out: fc.integer({ min: 1, max: quantityMax }) }),
	fc.record({ in: fc.integer({ min: 1, max: quantityMax }), price: fc.integer({ min: 0, max: 1_000_000_000 }) })
);

test('whatever comes and goes: what was paid is in stock, in cost of goods or in the difference; nothing is worth nothing', () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
			let now = emptyLevel;
			let books = 0;
			for (const one of steps) {
				const cost = 'in' in one ? Math.min(Number((BigInt(one.in) * BigInt(one.price)) / 1000n), amountMax) : 0;
				const moved = 'in' in one ? putIn(now, quantity(one.in), rupiah(cost)) : takeOut(now, quantity(one.out));
				books += moved.value;
				expect(moved.value + moved.difference).toBe('in' in one ? cost : moved.value);
				now = moved.level;
				if (now.quantity === 0) expect(now.value).toBe(0);
				if (now.quantity < 0) expect(now.value).toBeLessThanOrEqual(0);
				if (now.quantity > 0) expect(now.value).toBeGreaterThanOrEqual(0);
			}
			expect(now.value).toBe(books);
		})
	);
});

test('more than recorded is worth the last known cost', () => {
	expect(guessed(level(0, 0, 650), 3000)).toBe(1950);
});
