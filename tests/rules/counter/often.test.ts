/** The shelf of what is sold often, and of what someone marked. */
import { expect, test } from 'vitest';
import { oftenShown, starred, tallied, type Tally } from '#lib/counter/often.ts';
import { beras, cabai, someGoods, telur } from './goods-for-tests.ts';

const none: Tally = new Map();
const names = (goods: readonly { readonly name: string }[]) => goods.map(({ name }) => name);

test('what is sold most stands first, each sale counting a product once', () => {
	const tally = tallied(tallied(none, [beras.id, telur.id, telur.id]), [telur.id]);
	expect(names(oftenShown([beras, telur, cabai], [], tally))).toEqual(['Telur ayam', 'Beras medium']);
});

test('a star puts goods before all that is only sold', () => {
	const stars = starred(starred([], cabai.id), beras.id);
	expect(names(oftenShown([beras, telur, cabai], stars, tallied(none, [telur.id, beras.id])))).toEqual([
		'Cabai rawit',
		'Beras medium',
		'Telur ayam'
	]);
	expect(starred(stars, cabai.id)).toEqual([beras.id]);
});

test('what is sold no more is not shown', () => {
	expect(oftenShown([beras], [telur.id], tallied(none, [cabai.id]))).toEqual([]);
});

test('counts fade, so that goods of another season go', () => {
	const before: Tally = new Map([[beras.id, 199], [cabai.id, 1]]); // prettier-ignore
	expect([...tallied(before, [beras.id])]).toEqual([[beras.id, 100]]);
});

test('the shelf is one push of the thumb long', () => {
	const goods = Array.from({ length: 40 }, (_, at) => someGoods(`Barang ${at}`, { units: [['buah', 1000, 1000]] }));
	expect(oftenShown(goods, [], tallied(none, goods.map(({ id }) => id)))).toHaveLength(24); // prettier-ignore
	expect(oftenShown(goods, goods.map(({ id }) => id), none)).toHaveLength(40); // prettier-ignore
});
