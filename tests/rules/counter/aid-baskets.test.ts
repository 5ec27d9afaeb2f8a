/** The table of baskets that till and server are held to, as the till judges it: from rules that travelled as a snapshot does. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { ListedGoods } from '#lib/aid/food-list.ts';
import { aidNow, judgeBasket, listTrouble, mostByAid, paysByAid, rulesSaid } from '#lib/counter/aid-now.ts';
import { aidShape } from '#lib/counter/aid-shape.ts';
import { isWhole, leftOf, type Paid, withPart, withRest } from '#lib/counter/paying.ts';
import { waysOf } from '#lib/counter/ways.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { instant, later } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { roundingOf } from '#lib/sales/sale-body.ts';
import { type BasketRow, baskets, foodLists, regimeRules, shelf, villages } from '../aid/baskets.ts';

/** What the server tells, after it went over the wire. */
const told = (village: string) =>
	v.parse(aidShape, JSON.parse(JSON.stringify({ village, regimes: regimeRules, lists: foodLists, deferralDays: 3 })));

const names = Object.keys(shelf);
const idOf = (name: string): Id => id(`0190b000-0000-7000-8000-${String(names.indexOf(name)).padStart(12, '0')}`);
const known: ReadonlyMap<Id, ListedGoods> = new Map(
	Object.entries(shelf).flatMap(([name, goods]) => (goods === null ? [] : [[idOf(name), goods] as const]))
);
const lineOf = (goods: string, due: Rupiah) => ({
	productId: idOf(goods), price: due, quantity: quantity(1000), discount: rupiah(0)
}); // prettier-ignore

function judged({ village, day, lines }: Pick<BasketRow, 'village' | 'day' | 'lines'>, discount = rupiah(0)) {
	const now = aidNow(told(village), day);
	const basket = { lines: lines.map(({ goods, due }) => lineOf(goods, due)), discount };
	return { now, judgement: judgeBasket(now, basket, known) };
}

describe('at the till, a basket', () => {
	test.each(baskets)('$name', (row) => {
		const { now, judgement } = judged(row);
		expect(now.tender).toBe(row.tender);
		expect(judgement).toEqual(row.tender === null ? null : { lines: row.answers, eligible: row.eligible });
		const ways = waysOf({ card: true, aid: now.tender, paid: [] });
		expect(ways.includes('kks')).toBe(row.tender === 'kks');
		expect(ways.includes('coupon')).toBe(row.tender === 'coupon');
		expect(ways).toContain('card');
	});
});

test('aid is held to what lines cost after the discount of the whole basket', () => {
	const at = { village: villages['sigi'] ?? '', day: baskets.find(({ name }) => name.startsWith('2020-06-15'))?.day };
	if (at.day === undefined) throw new Error('a day of the table');
	const lines = [{ goods: 'beras', due: rupiah(100_000) }, { goods: 'rokok', due: rupiah(100_000) }]; // prettier-ignore
	expect(judged({ ...at, day: at.day, lines }, rupiah(20_000)).judgement?.eligible).toBe(90_000);
});

const restricted = baskets.filter(({ tender }) => tender !== null);

test('whatever the basket and the parts: aid first, at most what it may buy, no change, and all sums to what is due', () => {
	const parts = fc.array(fc.record({ tender: fc.constantFrom('cash', 'qris', 'aid'), amount: fc.integer({ min: 1, max: 200_000 }) }), { maxLength: 4 }); // prettier-ignore
	fc.assert(
		fc.property(fc.constantFrom(...restricted), parts, fc.constantFrom('cash', 'qris'), (row, some, last) => {
			const { now, judgement } = judged(row);
			const due = total(row.lines.map((line) => line.due));
			let paid: Paid = [];
			for (const { tender, amount } of some) {
				if (tender !== 'aid') {
					paid = withPart(due, paid, { tender: tender === 'cash' ? 'cash' : 'qris', amount: rupiah(amount), reference: null }); // prettier-ignore
					continue;
				}
				const most = mostByAid(judgement, paid, leftOf(due, paid, 'kks'));
				const given = rupiah(Math.min(amount, most));
				paid = withPart(due, paid, { tender: now.tender ?? 'kks', amount: given, reference: null });
			}
			if (!isWhole(due, paid)) paid = withRest(due, paid, { tender: last === 'cash' ? 'cash' : 'qris', received: due, reference: null }); // prettier-ignore
			const byAid = paid.filter(({ tender }) => tender === 'kks' || tender === 'coupon');
			expect(total(byAid.map(({ amount }) => amount))).toBeLessThanOrEqual(row.eligible);
			expect(byAid.every(({ amount, received }) => amount === received)).toBe(true);
			expect(paid.slice(0, byAid.length)).toEqual(byAid);
			expect(total(paid.map(({ amount }) => amount))).toBe(due + roundingOf(due, paid));
			expect('aid' in rulesSaid(now, paid)).toBe(byAid.length > 0);
		})
	);
});

test('where aid is money, nothing is paid by aid and no rule is named', () => {
	const card = { tender: 'card', amount: rupiah(10), received: rupiah(10), reference: null } as const;
	const now = aidNow(told(villages['sigi'] ?? ''), day('2023-03-02'));
	expect(mostByAid(null, [], rupiah(10_000))).toBe(0);
	expect(paysByAid({ payments: [card] })).toBe(false);
	expect(rulesSaid({ ...now }, [card])).toEqual({});
});

test('a plain card where aid has a card of its own says that the till knew', () => {
	const card = { tender: 'card', amount: rupiah(10), received: rupiah(10), reference: null } as const;
	const now = aidNow(told(villages['sigi'] ?? ''), day('2020-06-15'));
	expect(rulesSaid(now, [card])).toEqual({ aid: { regimeId: now.rule?.id, listId: now.list?.id } });
	expect(rulesSaid(now, [{ ...card, tender: 'cash' }])).toEqual({});
});

function present(): never {
	throw new Error('a row of the table');
}

test('a list that was not heard of for a day is old; without one nothing can be told', () => {
	const heard = instant('2026-11-21T01:10:00.000Z');
	const coupon = aidNow(told(villages['palu'] ?? ''), baskets.find(({ name }) => name.startsWith('2026-12-31 palu'))?.day ?? present()); // prettier-ignore
	const hours = (count: number) => later(heard, count * 3_600_000);
	expect([hours(1), hours(24), hours(25)].map((now) => listTrouble(coupon, heard, now))).toEqual([null, null, 'stale']);
	expect(listTrouble({ ...coupon, list: null }, heard, hours(0))).toBe('none');
	expect(listTrouble({ ...coupon, tender: null, list: null }, heard, hours(99))).toBeNull();
});
