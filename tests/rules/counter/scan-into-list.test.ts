/** Codes scanned into a list of goods to count: the goods, or why none. */
import { expect, test } from 'vitest';
import { scanIntoList } from '#lib/counter/scan-into-list.ts';
import { someGoods } from './goods-for-tests.ts';

const mi = someGoods('Mi instan', { units: [['bungkus', 1000, 3500]], number: 7, barcode: '8991002101234' });
const ayam = someGoods('Ayam potong', { units: [['kg', 1000, null]], number: 12_345 });
const jasa = someGoods('Fotokopi', { units: [['lembar', 1000, 500]], number: 9, stock: null });
const all = [mi, ayam, jasa];
const scanned = (code: string) => scanIntoList(all, '21IIIIIWWWWWC', code).goods?.name ?? null;

test('goods are found by barcode, by their own number, and by what a scale printed, also without a price', () => {
	expect(scanned('8991002101234')).toBe('Mi instan');
	expect(scanned('7')).toBe('Mi instan');
	expect(scanned('2112345015002')).toBe('Ayam potong');
});

test.each(['9', '8991002101235', '8996001600269', 'EWR1:000'])('of %s nothing is counted, and that is said', (code) => {
	const { goods, text } = scanIntoList(all, '', code);
	expect({ goods, isSaid: text.length > 10 }).toEqual({ goods: null, isSaid: true });
});
