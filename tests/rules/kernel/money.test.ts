/** Rupiah and quantities are whole, and their products are what people would write on a slip. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bug } from '#lib/kernel/assert.ts';
import { inNormalUnit, lineAmount, oneUnit, quantity, quantityMax, units } from '#lib/kernel/quantity.ts';
import { amountMax, negated, priceMax, rupiah, total } from '#lib/kernel/rupiah.ts';

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is neither rupiah nor a quantity', (number) => {
	expect(() => rupiah(number)).toThrow(Bug);
	expect(() => quantity(number)).toThrow(Bug);
});

test('minus zero is zero', () => {
	expect(rupiah(-0)).toBe(0);
	expect(quantity(-0)).toBe(0);
	expect(negated(rupiah(0))).toBe(0);
});

test('a total of none is zero, and a total never leaves the whole numbers unseen', () => {
	expect(total([])).toBe(0);
	expect(total([rupiah(12_000), rupiah(-11_500)])).toBe(500);
	expect(() => total([rupiah(Number.MAX_SAFE_INTEGER), rupiah(1)])).toThrow(Bug);
});

test.each([
	[13_500, 5000, 67_500, 'five kilograms of rice'],
	[28_000, 250, 7000, 'a quarter of fish'],
	[2500, 10_000, 25_000, 'ten eggs'],
	[2500, 333, 833, 'a third rounds up at half: 832.5'],
	[999, 1, 1, 'a thousandth of something still costs a rupiah from half up'],
	[499, 1, 0, 'and nothing below'],
	[0, 7000, 0, 'a gift costs nothing']
])('at Rp%d, %d thousandths cost Rp%d: %s', (price, thousandths, amount) => {
	expect(lineAmount(rupiah(price), quantity(thousandths))).toBe(amount);
});

test('a tray of thirty eggs is thirty eggs', () => {
	expect(inNormalUnit(units(2), units(30))).toBe(60 * oneUnit);
	expect(inNormalUnit(quantity(500), units(30))).toBe(15 * oneUnit);
});

test('no product of bounded inputs passes 2^53 once it is an amount', () => {
	const price = fc.integer({ min: 0, max: priceMax });
	const thousandths = fc.integer({ min: 0, max: quantityMax });
	fc.assert(
		fc.property(price, thousandths, (p, q) => {
			const amount = lineAmount(rupiah(p), quantity(q));
			expect(Number.isSafeInteger(amount)).toBe(true);
		})
	);
	expect(lineAmount(rupiah(priceMax), quantity(quantityMax))).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
	expect(Number.isSafeInteger(amountMax * 200)).toBe(true);
});

test('parts of a line, costed one by one from what is left, sum to the line', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 1_000_000 }),
			fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 8 }),
			(price, parts) => {
				const whole = parts.reduce((sum, part) => sum + part, 0);
				let before = 0;
				let refunded = 0;
				for (const part of parts) {
					const upTo = lineAmount(rupiah(price), quantity(before + part));
					refunded += upTo - lineAmount(rupiah(price), quantity(before));
					before += part;
				}
				expect(refunded).toBe(lineAmount(rupiah(price), quantity(whole)));
			}
		)
	);
});
