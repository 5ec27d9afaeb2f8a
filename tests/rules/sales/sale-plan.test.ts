// What a sale comes to: sums that must agree, legs that balance, consigned goods, doubts that stop nothing.
import { describe, expect, test } from 'vitest';
import { quantity, quantityMax } from '#lib/kernel/quantity.ts';
import { amountMax, priceMax, rupiah } from '#lib/kernel/rupiah.ts';
import { saleBodyOf } from '#lib/sales/sale-body.ts';
import { type CostedLine, planLines, saleBooks, type SoldUnit } from '#lib/sales/sale-plan.ts';
import { lineDoubts, saleDoubts } from '#lib/sales/doubts.ts';
import { linesMax, type SaleBody } from '#lib/sales/wire-bodies.ts';
import { lineOf, soldOf, testId, unitOf } from './sold.ts';

const costed = (body: SaleBody, goods: SoldUnit | null, cost = 0): CostedLine[] =>
	planLines(body, () => goods).map((line) => ({ ...line, cost: rupiah(cost) }));
const legs = (body: SaleBody, lines: readonly CostedLine[]): Record<string, number> =>
	Object.fromEntries(
		saleBooks(body, lines, 'counter').legs.map((leg) => [`${leg.account}${leg.partyId ? ' party' : ''}`, leg.amount])
	);

describe('the legs of a sale', () => {
	test('for cash, rounded', () => {
		const body = saleBodyOf(soldOf({ lines: [lineOf(12_345)], payments: [['cash', 12_300]] }));
		expect(legs(body, costed(body, unitOf(), 9000))).toEqual({ '1-1100': 12_300, '6-2100': 45, '4-1100': -12_345, '5-1100': 9000, '1-1400': -9000 }); // prettier-ignore
	});

	test.each([
		['qris', '1-1220'],
		['transfer', '1-1200'],
		['card', '1-1210']
	] as const)('paid by %s', (tender, code) => {
		const body = saleBodyOf(soldOf({ lines: [lineOf(12_345)], payments: [[tender, 12_345]] }));
		expect(legs(body, costed(body, unitOf()))).toEqual({ [code]: 12_345, '4-1100': -12_345 });
	});

	test('on credit: the customer owes it', () => {
		const body = saleBodyOf(soldOf({ partyId: testId(9), lines: [lineOf(5000)], payments: [['kasbon', 5000]] }));
		expect(legs(body, costed(body, unitOf()))).toEqual({ '1-1330 party': 5000, '4-1100': -5000 });
	});

	test('split over tenders: only the part in cash is rounded', () => {
		const body = saleBodyOf(soldOf({ lines: [lineOf(12_345)], payments: [['qris', 2000], ['cash', 10_300]] })); // prettier-ignore
		expect(legs(body, costed(body, unitOf()))).toEqual({
			'1-1220': 2000,
			'1-1100': 10_300,
			'6-2100': 45,
			'4-1100': -12_345
		});
	});

	test('of consigned goods: the group’s part is income, the rest is owed to the member', () => {
		const goods = unitOf({ kind: 'consigned', ownerMemberId: testId(5), commission: 100 });
		const body = saleBodyOf(soldOf({ lines: [lineOf(6005)], payments: [['qris', 6005]] }));
		const lines = costed(body, goods);
		expect(legs(body, lines)).toEqual({ '1-1220': 6005, '4-1100': -601, '2-1110 party': -5404 });
		expect(saleBooks(body, lines, 'counter')).toMatchObject({ omzet: 601, gross: 6005, cost: 0 });
	});

	test('with a discount: what the buyer did not pay is no income', () => {
		const body = saleBodyOf(soldOf({ lines: [lineOf(10_000)], discount: rupiah(1000), payments: [['qris', 9000]] }));
		expect(saleBooks(body, costed(body, unitOf(), 7000), 'counter')).toMatchObject({
			omzet: 9000,
			gross: 9000,
			cost: 7000
		});
	});

	test('given away: there are none', () => {
		const body = saleBodyOf(soldOf({ lines: [lineOf(0)], payments: [] }));
		expect(saleBooks(body, costed(body, unitOf({ kind: 'service' })), 'counter').legs).toEqual([]);
	});
});

describe('a sale whose sums do not agree cannot be applied', () => {
	const body = saleBodyOf(soldOf({ lines: [lineOf(12_345)], payments: [['cash', 12_300]] }));

	test.each([
		['the total', { ...body, total: rupiah(12_200) }, 'sales.sums-differ'],
		['the rounding', { ...body, rounding: rupiah(0) }, 'sales.sums-differ'],
		['the payments', { ...body, payments: [] }, 'sales.sums-differ'],
		['a discount of more than there is', { ...body, discount: rupiah(20_000) }, 'sales.unreadable-event'],
		['a quantity too large in its normal unit', { ...body, lines: [lineOf(12_345, 1000, { factor: quantity(quantityMax) }), lineOf(0, 2000, { factor: quantity(quantityMax) })] }, 'sales.unreadable-event']
	])('%s', (_, told, code) => {
		expect(() => planLines(told, () => unitOf())).toThrow(expect.objectContaining({ code }));
	}); // prettier-ignore
});

describe('doubts', () => {
	const [planned] = planLines(saleBodyOf(soldOf({ lines: [lineOf(2500)], payments: [['qris', 2500]] })), () =>
		unitOf()
	);
	const about = (change: Partial<CostedLine>, listed: number | null = 2500) =>
		planned === undefined
			? []
			: lineDoubts({ ...planned, ...change }, 0, listed === null ? null : rupiah(listed)).map(({ kind }) => kind);

	test.each([
		['none', {}, 2500, []],
		['goods nobody knows', { goods: null }, 2500, ['unknown-product']],
		['a unit nobody knows', { goods: unitOf({ unitKnown: false }) }, 2500, ['unknown-unit']],
		['another price', {}, 2400, ['other-price']],
		['no price on the list', {}, null, ['other-price']],
		['another size of the unit', { goods: unitOf({ factor: quantity(30_000) }) }, 2500, ['other-factor']]
	] as const)('about a line: %s', (_, change, listed, kinds) => {
		expect(about(change, listed)).toEqual(kinds);
	});

	test('about a sale: a receipt of another till, and cash rounded in another way', () => {
		const body = saleBodyOf(soldOf({ lines: [lineOf(12_345)], payments: [['cash', 12_300]] }));
		expect(saleDoubts(body, 'B')).toEqual([]);
		expect(saleDoubts(body, 'C').map(({ kind }) => kind)).toEqual(['other-receipt-code']);
		const exact = {
			...body,
			rounding: rupiah(0),
			total: rupiah(12_345),
			payments: body.payments.map((payment) => ({ ...payment, amount: rupiah(12_345) }))
		};
		expect(saleDoubts(exact, 'B').map(({ kind }) => kind)).toEqual(['other-rounding']);
	});
});

describe('bounds', () => {
	test('a line of more than any line may cost is not applied', () => {
		const body = {
			...saleBodyOf(soldOf({ lines: [lineOf(0)], payments: [] })),
			lines: [lineOf(priceMax, quantityMax)]
		};
		expect(() => planLines(body, () => unitOf())).toThrow(expect.objectContaining({ code: 'sales.unreadable-event' }));
	});

	test('no product passes 2^53: the largest basket that may be told is exact', () => {
		const largest = lineOf(priceMax, 1_000_000);
		const odd = lineOf(999_999_999, 999_999);
		const lines = Array.from({ length: linesMax }, (_, index) => (index % 2 === 0 ? largest : odd));
		const body = saleBodyOf(soldOf({ lines, discount: rupiah(amountMax), payments: [] }));
		const paid = {
			...body,
			payments: [{ tender: 'qris' as const, amount: body.total, received: body.total, reference: null }]
		};
		const planned = planLines(paid, () => unitOf({ kind: 'consigned', commission: 999 }));
		expect(planned[1]?.amount).toBe(999_998_999_000);
		const books = saleBooks(paid, planned.map((line) => ({ ...line, cost: rupiah(amountMax) })), 'counter'); // prettier-ignore
		expect(books.legs.reduce((sum, leg) => sum + leg.amount, 0)).toBe(0);
		for (const { amount } of books.legs) expect(Number.isSafeInteger(amount)).toBe(true);
	});
});
