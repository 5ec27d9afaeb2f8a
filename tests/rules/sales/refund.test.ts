// What goods that come back are worth, and how the money goes back: parts always sum to the whole.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah, total } from '#lib/kernel/rupiah.ts';
import { cashPart } from '#lib/sales/cart.ts';
import { asExchange, overRefunded, type PaidSale, partOf, refundOf, returnable, worthOf } from '#lib/sales/refund.ts';
import type { Tender } from '#lib/sales/tender.ts';

const paid = (rounding: number, ...payments: readonly (readonly [Tender, number])[]): PaidSale => ({
	rounding: rupiah(rounding),
	payments: payments.map(([tender, amount]) => ({ tender, amount: rupiah(amount) }))
});
const refund = (sale: PaidSale, before: number, worth: number) => {
	const { parts, rounding } = refundOf(sale, rupiah(before), rupiah(worth));
	return [Object.fromEntries(parts.map(({ tender, amount }) => [tender, amount])), rounding];
};

describe('a part of a line', () => {
	// net, sold, came back before, comes back now, worth
	test.each([
		[10_000, 3000, 0, 1000, 3333],
		[10_000, 3000, 1000, 1000, 3334],
		[10_000, 3000, 2000, 1000, 3333],
		[10_000, 3000, 0, 3000, 10_000],
		[12_345, 500, 0, 250, 6173],
		[12_345, 500, 250, 250, 6172],
		[0, 2000, 0, 1000, 0],
		[1, 3000, 0, 1000, 0],
		[1, 3000, 1000, 1000, 1]
	])('of %i for %i, after %i: %i is worth %i', (net, sold, before, part, worth) => {
		const line = { net: rupiah(net), quantity: quantity(sold), before: quantity(before) };
		expect(worthOf(line, quantity(part))).toBe(worth);
	});

	test('what can still come back is what did not', () => {
		const line = { net: rupiah(0), quantity: quantity(3000), before: quantity(1000) };
		expect(returnable(line)).toBe(2000);
		expect(returnable({ ...line, before: quantity(4000) })).toBe(0);
	});
});

describe('a refund', () => {
	// sale, worth before, worth now, given back, rounding
	test.each([
		['cash, rounded: all of it', paid(-45, ['cash', 12_300]), 0, 12_345, { cash: 12_300 }, -45],
		['cash: half, down to whole hundreds', paid(-45, ['cash', 12_300]), 0, 6172, { cash: 6100 }, -72],
		['cash: the other half, so that it sums to what was paid', paid(-45, ['cash', 12_300]), 6172, 6173, { cash: 6200 }, 27],
		['cash: too little for a coin', paid(0, ['cash', 1000]), 0, 99, {}, -99],
		['QRIS to the rupiah', paid(0, ['qris', 12_345]), 0, 6172, { qris: 6172 }, 0],
		['kasbon is owed no more', paid(0, ['kasbon', 50_000]), 0, 20_000, { kasbon: 20_000 }, 0],
		['kasbon before cash', paid(0, ['cash', 30_000], ['kasbon', 20_000]), 0, 35_000, { kasbon: 20_000, cash: 15_000 }, 0],
		['cash before what must be sent', paid(-50, ['transfer', 20_000], ['cash', 10_000]), 0, 15_050, { cash: 10_000, transfer: 5000 }, -50],
		['in cash what goods brought back had paid', paid(0, ['exchange', 8000], ['cash', 2000]), 0, 5000, { cash: 5000 }, 0],
		['in coins that there are', paid(0, ['exchange', 8050]), 4000, 4050, { cash: 4000 }, -50],
		['a gift', paid(0), 0, 0, {}, 0]
	] as const)('%s', (_, sale, before, worth, given, rounding) => {
		expect(refund(sale, before, worth)).toEqual([given, rounding]);
	}); // prettier-ignore

	test('may be kept for other goods: the same money', () => {
		const whole = refundOf(paid(-45, ['cash', 12_300]), rupiah(0), rupiah(12_345));
		expect(asExchange(whole)).toEqual({ parts: [{ tender: 'exchange', amount: 12_300 }], rounding: -45 });
		expect(asExchange({ parts: [], rounding: rupiah(0) })).toEqual({ parts: [], rounding: 0 });
	});

	// given back of what, for goods that cost so much: what pays for them, and what goes back
	test.each([
		['dearer goods', paid(0, ['cash', 20_000]), 20_000, 25_000, { exchange: 20_000 }],
		['cheaper ones: cash back', paid(0, ['cash', 20_000]), 20_000, 13_000, { exchange: 13_000, cash: 7000 }],
		['cash in coins that there are', paid(0, ['cash', 20_000]), 20_000, 13_050, { exchange: 13_000, cash: 7000 }],
		['QRIS back to the rupiah', paid(0, ['qris', 20_000]), 20_000, 13_050, { exchange: 13_050, qris: 6950 }],
		['less debt before cash', paid(0, ['cash', 10_000], ['kasbon', 5000]), 15_000, 8000, { exchange: 8000, kasbon: 5000, cash: 2000 }],
		['what goods had paid, in cash', paid(0, ['exchange', 9000]), 9000, 4000, { exchange: 4000, cash: 5000 }],
		['almost nothing', paid(0, ['cash', 20_000]), 20_000, 50, { cash: 20_000 }]
	] as const)('may pay for %s', (_, sale, worth, due, given) => {
		const { parts } = asExchange(refundOf(sale, rupiah(0), rupiah(worth)), rupiah(due));
		expect(Object.fromEntries(parts.map(({ tender, amount }) => [tender, amount]))).toEqual(given);
	}); // prettier-ignore

	test('by another tender than it was paid by is noticed', () => {
		const { payments } = paid(0, ['qris', 5000], ['cash', 5000]);
		expect(overRefunded(payments, paid(0, ['cash', 5000], ['qris', 5000]).payments)).toEqual([]);
		expect(overRefunded(payments, paid(0, ['cash', 5100]).payments)).toEqual(['cash']);
		expect(overRefunded(payments, paid(0, ['exchange', 9000]).payments)).toEqual([]);
		expect(overRefunded(paid(0, ['exchange', 9000]).payments, paid(0, ['cash', 9000]).payments)).toEqual([]);
	});
});

const amounts = fc.integer({ min: 0, max: 10 ** 12 });
const quantities = fc.integer({ min: 1, max: 10 ** 9 });

/** `whole` cut at random places. */
const cuts = (whole: number, places: readonly number[]): number[] => {
	const at = [...new Set([0, ...places.map((place) => place % (whole + 1)), whole])].sort((one, other) => one - other);
	return at.slice(1).map((to, index) => to - (at[index] ?? 0));
};

test('the parts of a line sum to the line, however it is cut; none is negative', () => {
	fc.assert(
		fc.property(amounts, quantities, fc.array(fc.nat(10 ** 9), { maxLength: 8 }), (whole, sold, places) => {
			let before = 0;
			let sum = 0;
			for (const part of cuts(sold, places)) {
				const worth = partOf(whole, quantity(sold), quantity(before), quantity(part));
				expect(worth).toBeGreaterThanOrEqual(0);
				sum += worth;
				before += part;
			}
			expect(sum).toBe(whole);
		})
	);
});

test('the refunds of a sale sum to what was paid by each tender, however its goods come back', () => {
	const tenders = fc.record({ kasbon: fc.nat(90_000), qris: fc.nat(90_000), transfer: fc.nat(90_000), exchange: fc.nat(90_000) }); // prettier-ignore
	fc.assert(
		fc.property(fc.nat(400_000), tenders, fc.array(fc.nat(10 ** 6), { maxLength: 8 }), (due, by, places) => {
			const others: [Tender, number][] = [];
			let elsewhere = 0;
			for (const [tender, amount] of Object.entries(by) as [Tender, number][]) {
				const part = Math.min(amount, due - elsewhere);
				elsewhere += part;
				others.push([tender, part]);
			}
			const { amount: cash, rounding } = cashPart(rupiah(due), rupiah(elsewhere));
			const sale = paid(rounding, ['cash', cash], ...others);
			const given = new Map<Tender, number>();
			let before = 0;
			let off = 0;
			for (const worth of cuts(due, places)) {
				const { parts, rounding: part } = refundOf(sale, rupiah(before), rupiah(worth));
				expect(total(parts.map(({ amount }) => amount))).toBe(worth + part);
				expect(Math.abs(part)).toBeLessThan(100);
				for (const { tender, amount } of parts) {
					expect(amount).toBeGreaterThan(0);
					if (tender === 'cash') expect(amount % 100).toBe(0);
					given.set(tender, (given.get(tender) ?? 0) + amount);
				}
				before += worth;
				off += part;
			}
			const goods = others.find(([tender]) => tender === 'exchange')?.[1] ?? 0;
			const coins = Math.floor((cash + goods - rounding) / 100) * 100;
			expect(given.get('cash') ?? 0).toBe(coins);
			expect(off === 0 ? 0 : off).toBe(coins - (cash + goods - rounding));
			if (goods === 0) expect(coins).toBe(cash);
			for (const { tender, amount } of sale.payments)
				if (tender !== 'cash' && tender !== 'exchange') expect(given.get(tender) ?? 0).toBe(amount);
		})
	);
});
