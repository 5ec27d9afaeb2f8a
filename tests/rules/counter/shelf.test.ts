/** What of the goods is shown. */
import { expect, test } from 'vitest';
import { inShelfOrder, shelvesOf, shown } from '#lib/counter/shelf.ts';
import { beras, cabai, someGoods, telur } from './goods-for-tests.ts';

const ketan = someGoods('Ketan putih', { units: [['kg', 1000, 18_000]], number: 7 });
const tepung = someGoods('Tepung beras', { units: [['bungkus', 1000, 9000]], number: 21, barcode: '8991234567890' });
const goods = inShelfOrder([cabai, telur, tepung, ketan, beras]);

const names = (shelf: Parameters<typeof shown>[1], query = '') => shown(goods, shelf, query).map(({ name }) => name);

test('goods stand in the order of the shelves, by name on each', () => {
	expect(names('all')).toEqual(['Beras medium', 'Ketan putih', 'Tepung beras', 'Telur ayam', 'Cabai rawit']);
	expect(shelvesOf(goods)).toEqual(['staple', 'animal', 'spice']);
});

test('a shelf shows its own goods', () => {
	expect(names('animal')).toEqual(['Telur ayam']);
});

test.each([
	['telor', ['Telur ayam']],
	['telo', ['Telur ayam']],
	['CABE', ['Cabai rawit']],
	['raw cab', ['Cabai rawit']],
	['eras', []],
	['  ', ['Beras medium', 'Ketan putih', 'Tepung beras', 'Telur ayam', 'Cabai rawit']]
])('“%s” finds what people mean', (query, found) => {
	expect(names('all', query)).toEqual(found);
});

test('a search looks on every shelf, and names that begin with it come first', () => {
	expect(names('animal', 'beras')).toEqual(['Beras medium', 'Tepung beras']);
});

test('a barcode or the number of the goods finds them first', () => {
	expect(names('all', '8991234567890')).toEqual(['Tepung beras']);
	expect(names('all', '7')).toEqual(['Ketan putih']);
});
