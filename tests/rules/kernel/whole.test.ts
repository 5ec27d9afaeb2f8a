/** Exact arithmetic: rounding and sharing as the law of the books wants them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bug } from '#lib/kernel/assert.ts';
import { mulDiv, share } from '#lib/kernel/whole.ts';

test.each([
	[7, 1, 2, 4, 'half goes up'],
	[5, 1, 2, 3, 'half goes up from an even whole too'],
	[-5, 1, 2, -3, 'half of a negative goes away from zero, so that a refund mirrors its sale'],
	[1, 1, 3, 0, 'less than half goes down'],
	[2, 1, 3, 1, 'more than half goes up'],
	[-1, 1, 3, 0, 'a negative less than half becomes zero, not minus zero'],
	[0, 12_500, 1000, 0, 'nothing stays nothing'],
	[12_500, 1500, 1000, 18_750, 'one and a half kilogram'],
	[9_007_199_254_740_991, 1, 1, 9_007_199_254_740_991, 'the largest whole number survives'],
	[1_000_000_000, 1_000_000_000, 1000, 1_000_000_000_000_000, 'a product beyond 2^53 stays exact'],
	[999_999_999, 999_999_999, 1000, 999_999_998_000_000, 'and is rounded down when it must be']
])('%d × %d ÷ %d is %d: %s', (a, b, c, expected) => {
	expect(mulDiv(a, b, c)).toBe(expected);
});

test('mulDiv agrees with exact arithmetic whatever the size', () => {
	const whole = fc.integer({ min: -(2 ** 45), max: 2 ** 45 });
	fc.assert(
		fc.property(
			whole,
			fc.integer({ min: -1_000_000, max: 1_000_000 }),
			fc.integer({ min: 1, max: 10 ** 12 }),
			(a, b, c) => {
				const twice = BigInt(a) * BigInt(b) * 2n;
				const size = ((twice < 0n ? -twice : twice) + BigInt(c)) / (2n * BigInt(c));
				fc.pre(size <= BigInt(Number.MAX_SAFE_INTEGER));
				expect(BigInt(mulDiv(a, b, c))).toBe(twice < 0n ? -size : size);
			}
		)
	);
});

test('what is not whole, or divides by nothing, is a Bug', () => {
	expect(() => mulDiv(0.5, 2, 1)).toThrow(Bug);
	expect(() => mulDiv(1, 2, 0)).toThrow(Bug);
	expect(() => mulDiv(1, 2, -3)).toThrow(Bug);
	expect(() => mulDiv(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(Bug);
});

test.each([
	[100, [1, 1, 1], [34, 33, 33], 'the remainder goes to the earlier of equals'],
	[100, [2, 3, 5], [20, 30, 50], 'what divides evenly is divided evenly'],
	[10, [1, 2, 4], [1, 3, 6], 'the remainder goes to the largest fraction'],
	[2, [0, 7, 7], [0, 1, 1], 'a weight of nothing gets nothing'],
	[1, [5, 9], [0, 1], 'one rupiah is not split'],
	[-100, [1, 1, 1], [-34, -33, -33], 'a negative whole mirrors its positive twin'],
	[0, [0, 0], [0, 0], 'nothing over nothing is nothing'],
	[0, [], [], 'no weights, no parts']
])('%d over %j is %j: %s', (whole, weights, parts) => {
	expect(share(whole, weights)).toEqual(parts);
});

test('parts always sum to the whole, and none is a rupiah away from its exact part', () => {
	const weights = fc.array(fc.integer({ min: 0, max: 10 ** 12 }), { minLength: 1, maxLength: 40 });
	fc.assert(
		fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), weights, (whole, given) => {
			const sum = given.reduce((all, weight) => all + weight, 0);
			fc.pre(sum > 0);
			const parts = share(whole, given);
			expect(parts.reduce((all, part) => all + part, 0)).toBe(whole);
			for (const [index, part] of parts.entries()) {
				const distance = BigInt(part) * BigInt(sum) - BigInt(whole) * BigInt(given[index] ?? 0);
				expect((distance < 0n ? -distance : distance) < BigInt(sum)).toBe(true);
			}
		})
	);
});

test('a larger weight never gets a smaller part', () => {
	const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 20 });
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 10 ** 6 }), weights, (whole, given) => {
			fc.pre(given.some((weight) => weight > 0));
			const parts = share(whole, given);
			const pairs = given.map((weight, index) => ({ weight, part: parts[index] ?? 0 }));
			for (const one of pairs)
				for (const other of pairs) if (one.weight > other.weight) expect(one.part).toBeGreaterThanOrEqual(other.part);
		})
	);
});

test('something to share over nothing, and weights that are no weights, are Bugs', () => {
	expect(() => share(1, [0, 0])).toThrow(Bug);
	expect(() => share(1, [])).toThrow(Bug);
	expect(() => share(10, [1, -1])).toThrow(Bug);
	expect(() => share(10, [0.5])).toThrow(Bug);
	expect(() => share(0.5, [1])).toThrow(Bug);
});
