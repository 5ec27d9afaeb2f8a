/** What stands in the way of a sale: law and the group's own limit, before anything is paid. */
import { expect, test } from 'vitest';
import { add, emptyBasket, withDiscount, withLine } from '#lib/counter/basket.ts';
import { passesStock } from '#lib/counter/goods.ts';
import { ceilingAt, discountToCeiling, type Limits, stopsOf } from '#lib/counter/stops.ts';
import { day } from '#lib/kernel/day.ts';
import { present } from '#lib/kernel/assert.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { anId, beras, someGoods, telur, unitAt } from './goods-for-tests.ts';

const dear = someGoods('Beras medium', { units: [['kg', 1000, 14_200], ['karung', 25_000, 337_000]] }); // prettier-ignore
const oil = someGoods('MinyaKita', { units: [['liter', 1000, 15_700]] });
const goods = new Map([beras, dear, oil, telur].map((one) => [one.id, one]));
const limits: Limits = {
	rules: [{
		zones: { 1: ['72'] }, perNormalUnit: { 'rice-medium': { 1: 13_500 }, minyakita: { all: 15_700 } }, perSale: { minyakita: 2000 },
		validFrom: day('2025-08-22'), validTo: null
	}],
	classes: new Map([[beras.id, 'rice-medium'], [dear.id, 'rice-medium'], [oil.id, 'minyakita']]),
	at: { province: '72', day: day('2026-11-21') },
	discount: 10
}; // prettier-ignore

const empty = emptyBasket(anId());
const stops = (basket: typeof empty, at = limits) => stopsOf(basket, goods, at).map(({ is }) => is);

test('rice over the ceiling is stopped until someone writes why', () => {
	const basket = add(empty, dear, unitAt(dear));
	expect(stopsOf(basket, goods, limits)).toEqual([
		{ is: 'ceiling', line: basket.lines[0], ceiling: 13_500, unit: 'kg' }
	]);
	expect(stops(withLine(basket, unitAt(dear).id, { reason: 'Beras dari luar daerah' }))).toEqual([]);
	expect(stops(withLine(basket, unitAt(dear).id, { reason: '  ' }))).toEqual(['ceiling']);
});

test('a sack is compared by the kilogram', () => {
	expect(stops(add(empty, dear, unitAt(dear, 1)))).toEqual([]);
	expect(stops(add(empty, beras, unitAt(beras)))).toEqual([]);
});

test.each([1000, 2000, 250, 333])('lowered as far as law asks, %i grams pass', (grams) => {
	const kg = unitAt(dear);
	const basket = add(empty, dear, kg, quantity(grams));
	const line = present(basket.lines[0], 'a line');
	const less = discountToCeiling(line, rupiah(13_500));
	expect(stops(withLine(basket, kg.id, { discount: less }), { ...limits, discount: 100 })).toEqual([]);
	expect(stops(withLine(basket, kg.id, { discount: rupiah(less - 1) }))).toEqual(['ceiling']);
	expect(ceilingAt(line, limits)).toEqual({ ceiling: 13_500, isPassed: true });
});

test('another place or an earlier day has no ceiling', () => {
	const basket = add(empty, dear, unitAt(dear));
	expect(stops(basket, { ...limits, at: { ...limits.at, province: '14' } })).toEqual([]);
	expect(stops(basket, { ...limits, at: { ...limits.at, day: day('2025-08-21') } })).toEqual([]);
});

test('one buyer gets two litres of MinyaKita', () => {
	const basket = add(empty, oil, unitAt(oil), quantity(2000));
	expect(stops(basket)).toEqual([]);
	const more = add(basket, oil, unitAt(oil), quantity(500));
	expect(stopsOf(more, goods, limits)).toEqual([{ is: 'most', line: more.lines[0], most: 2000, unit: 'liter' }]);
});

test('a tenth off is the cashier’s own, more is not', () => {
	const basket = add(empty, telur, unitAt(telur), quantity(10_000));
	expect(stops(withDiscount(basket, rupiah(2500)))).toEqual([]);
	expect(stops(withDiscount(basket, rupiah(2501)))).toEqual(['discount']);
	const both = withLine(withDiscount(basket, rupiah(2000)), unitAt(telur).id, { discount: rupiah(600) });
	expect(stops(both)).toEqual(['discount']);
	expect(stops(basket, { ...limits, discount: 0 })).toEqual([]);
});

test('that the record says none left is told at the tap that passes it, not at every one after', () => {
	const two = { ...telur, stock: quantity(2000) };
	const none = { ...telur, stock: quantity(-3000) };
	const at = (goods: typeof telur, before: number, after: number) => passesStock(goods, before === 0 ? undefined : quantity(before), quantity(after)); // prettier-ignore
	expect([at(two, 0, 1000), at(two, 1000, 2000), at(two, 2000, 3000), at(two, 3000, 4000)]).toEqual([
		false,
		false,
		true,
		false
	]);
	expect([at(none, 0, 1000), at(none, 1000, 2000)]).toEqual([true, false]);
	expect(at({ ...telur, stock: null }, 0, 1000)).toBe(false);
});
