// The arithmetic of a basket: lines, discounts, rounding, change. The till and the server run the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { basketOf, cashPart, cashRounding, changeOf, discountFits, quickAmounts } from '#lib/sales/cart.ts';
import { roundingOf, saleBodyOf } from '#lib/sales/sale-body.ts';
import { lineOf, soldOf } from './sold.ts';

const line = (price: number, thousandths: number, discount = 0) => ({
	price: rupiah(price),
	quantity: quantity(thousandths),
	discount: rupiah(discount)
});

describe('a line', () => {
	test.each([
		['two kilograms', 12_500, 2000, 25_000],
		['a quarter', 33_333, 250, 8333],
		['half a rupiah rounds up', 1001, 500, 501],
		['a gram of rice', 13_500, 1, 14],
		['for nothing', 0, 5000, 0]
	])('%s', (_, price, thousandths, amount) => {
		expect(basketOf([line(price, thousandths)], rupiah(0)).lines).toEqual([{ amount, discount: 0 }]);
	});
});

describe('a discount on the basket', () => {
	test('goes to the lines by what they cost, the remainder to the largest fraction, ties to the earlier', () => {
		const basket = basketOf([line(1000, 1000), line(1000, 1000), line(1000, 1000)], rupiah(1000));
		expect(basket.lines.map((one) => one.discount)).toEqual([334, 333, 333]);
		expect(basket).toMatchObject({ subtotal: 3000, discount: 1000, due: 2000 });
	});

	test('is weighed after each line’s own discount', () => {
		const basket = basketOf([line(1000, 1000, 500), line(1000, 1000)], rupiah(300));
		expect(basket.lines.map((one) => one.discount)).toEqual([600, 200]);
	});

	test('always sums to what was given, and never exceeds its line', () => {
		const lines = fc.array(fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 9000 })), {
			minLength: 1,
			maxLength: 20
		});
		fc.assert(
			fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (told, part) => {
				const priced = told.map(([price, thousandths]) => line(price, thousandths));
				const { subtotal } = basketOf(priced, rupiah(0));
				const discount = rupiah(Math.floor(subtotal * part));
				expect(discountFits(priced, discount)).toBe(true);
				const basket = basketOf(priced, discount);
				expect(basket.discount).toBe(discount);
				for (const one of basket.lines) expect(one.discount).toBeLessThanOrEqual(one.amount);
			})
		);
	});

	test('must not be more than what it is taken from', () => {
		expect(discountFits([line(1000, 1000)], rupiah(1001))).toBe(false);
		expect(discountFits([line(1000, 1000, 1001)], rupiah(0))).toBe(false);
		expect(discountFits([line(1000, 1000, 400)], rupiah(600))).toBe(true);
	});
});

describe('cash', () => {
	test.each([
		[12_345, 0, 12_300, -45],
		[12_300, 0, 12_300, 0],
		[12_345, 10_000, 2300, -45],
		[12_345, 12_345, 0, 0],
		[99, 0, 0, -99],
		[100, 200, 0, 0]
	])('due %i, %i paid elsewhere: %i in cash, rounded by %i', (due, elsewhere, amount, rounding) => {
		expect(cashPart(rupiah(due), rupiah(elsewhere))).toEqual({ amount, rounding });
	});

	test('is rounded down to whole hundreds, never up', () => {
		expect([0, 1, 99, 100, 150].map((part) => cashRounding(rupiah(part)))).toEqual([0, -1, -99, 0, -50]);
	});

	test('other tenders are not rounded', () => {
		expect(roundingOf(rupiah(12_345), [{ tender: 'qris', amount: rupiah(12_345) }])).toBe(0);
		expect(roundingOf(rupiah(12_345), [{ tender: 'qris', amount: rupiah(2000) }, { tender: 'cash', amount: rupiah(10_300) }])).toBe(-45); // prettier-ignore
	});

	test.each([
		[50_000, 37_500, 12_500],
		[37_500, 37_500, 0],
		[30_000, 37_500, 0]
	])('handed over %i for %i: %i goes back', (received, amount, change) => {
		expect(changeOf(rupiah(received), rupiah(amount))).toBe(change);
	});

	test.each([
		[12_300, [12_300, 13_000, 14_000, 15_000]],
		[37_500, [37_500, 38_000, 40_000, 50_000]],
		[100_000, [100_000]],
		[0, [0]]
	])('for %i, likely amounts are %j', (amount, likely) => {
		expect(quickAmounts(rupiah(amount))).toEqual(likely);
	});
});

test('the body of a sale carries the sums that follow from its lines', () => {
	const body = saleBodyOf(soldOf({ lines: [lineOf(12_345, 1000)], payments: [['cash', 12_300]] }));
	expect(body).toMatchObject({ rounding: -45, total: 12_300, discount: 0 });
});
