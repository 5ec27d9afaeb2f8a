/** Small rules of the till: the list on its way, hints of stock, the number pad, keys. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { PricedProduct } from '#lib/catalog/price-list.ts';
import { counterGoods, goodsListShape, lessTaken, soldUnits, stockHint } from '#lib/counter/goods.ts';
import { actionOf } from '#lib/counter/keys.ts';
import { tapped } from '#lib/counter/number-pad.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { amountMax, rupiah } from '#lib/kernel/rupiah.ts';
import { anId, beras, someGoods, telur } from './goods-for-tests.ts';

test('the list arrives as it was sent', () => {
	const product: PricedProduct = {
		...telur,
		kind: 'bought',
		units: telur.units.map((unit, index) => ({ ...unit, isMain: index === 0, perNormalUnit: rupiah(2500) }))
	};
	const list = counterGoods(
		[product, { ...product, id: anId(), kind: 'service' }],
		new Map([[telur.id, quantity(12_000)]])
	);
	const arrived = v.parse(goodsListShape, JSON.parse(JSON.stringify({ goods: list })));
	expect(arrived.goods).toEqual(list);
	expect(arrived.goods.map(({ stock }) => stock)).toEqual([12_000, null]);
});

test('goods that the list knows no stock of have none', () => {
	const product: PricedProduct = { ...beras, kind: 'bought', units: [] };
	expect(counterGoods([product], new Map())[0]?.stock).toBe(0);
});

test('a unit without a price is not sold', () => {
	const goods = someGoods('Kue', { units: [['buah', 1000, null], ['kotak', 10_000, 20_000]] }); // prettier-ignore
	expect(soldUnits(goods).map(({ unit }) => unit)).toEqual(['kotak']);
});

test.each([
	[100_000, undefined, null],
	[4000, undefined, 4000],
	[6000, 2000, 4000],
	[2000, 2000, 'out'],
	[0, undefined, 'out'],
	[-3000, undefined, 'out'],
	[null, 2000, null]
])('with %s in stock and %s in the basket the card says %s', (stock, taken, hint) => {
	const goods = someGoods('Beras', { units: [['kg', 1000, 13_500]], stock });
	expect(stockHint(goods, taken === undefined ? undefined : quantity(taken))).toBe(hint);
});

test('what was sold since is gone from the list', () => {
	expect(lessTaken([telur, beras], new Map([[telur.id, quantity(30_000)]])).map(({ stock }) => stock)).toEqual([
		70_000, 100_000
	]);
});

test('an amount is tapped figure by figure', () => {
	const amount = (['5', '0', '000', 'back', '7'] as const).reduce(tapped, rupiah(0));
	expect(amount).toBe(50_007);
	expect(tapped(rupiah(7), 'back')).toBe(0);
	expect(tapped(rupiah(0), '000')).toBe(0);
	expect(tapped(rupiah(amountMax), '9')).toBe(amountMax);
});

const key = (name: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) => ({
	key: name, ctrlKey: false, altKey: false, metaKey: false, ...held
}); // prettier-ignore

test('keys that write are left alone while someone types', () => {
	expect(actionOf(key('+'), false)).toBe('more');
	expect(actionOf(key('+'), true)).toBeNull();
	expect(actionOf(key('F4'), true)).toBe('pay');
});

test("the browser's own keys are left to it", () => {
	expect(actionOf(key('F4', { altKey: true }), false)).toBeNull();
	expect(actionOf(key('-', { ctrlKey: true }), false)).toBeNull();
	expect(actionOf(key('F5'), false)).toBeNull();
});
