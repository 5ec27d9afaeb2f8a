/** Scanning: what a code stands for, and who typed it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshOnly } from '#lib/counter/scan-camera.ts';
import { ScannerKeys, withoutCode } from '#lib/counter/scan-keys.ts';
import { readScan } from '#lib/counter/scan.ts';
import { present } from '#lib/kernel/assert.ts';
import { checkDigit } from '#lib/printing/check-digit.ts';
import { goodsCode } from '#lib/printing/goods-code.ts';
import { saleCodes } from '#lib/printing/sale-code.ts';
import { parseWeightPattern, readWeighed } from '#lib/printing/weight-code.ts';
import { anId, someGoods } from './goods-for-tests.ts';

const mi = someGoods('Mi instan', { units: [['bungkus', 1000, 3500]], number: 7, barcode: '8991002101234' });
const soda = someGoods('Soda', { units: [['botol', 1000, 9000]], number: 8, barcode: '0036000291452' });
const ayam = someGoods('Ayam potong', { units: [['ekor', 1200, 48_000], ['kg', 1000, 40_000]], number: 12_345 }); // prettier-ignore
const unpriced = someGoods('Baru', { units: [['buah', 1000, null]], number: 9 });
const goods = [mi, soda, ayam, unpriced];
const pattern = present(parseWeightPattern('21IIIIIWWWWWC'), 'the pattern');

/** What a scan comes to, as one would say it. */
function told(code: string): string {
	const scanned = readScan(goods, code, [pattern]);
	if (scanned.is === 'goods') return `${scanned.quantity ?? 'a'} ${scanned.unit.unit} ${scanned.goods.name}`;
	return scanned.is === 'not-sold' ? `no price for ${scanned.goods.name}` : scanned.is;
}

describe('a code', () => {
	test.each([
		['8991002101234', 'a bungkus Mi instan'],
		[' 8991002101234\n', 'a bungkus Mi instan'],
		['036000291452', 'a botol Soda'],
		['0036000291452', 'a botol Soda'],
		['7', 'a bungkus Mi instan'],
		[goodsCode(null, 7).text, 'a bungkus Mi instan'],
		['9', 'no price for Baru'],
		['012345-kg', 'a kg Ayam potong'],
		[goodsCode(null, 12_345).text, 'a ekor Ayam potong'],
		[goodsCode('8991002101234', 7, 'dus').text, 'no price for Mi instan'],
		['2112345015002', '1500 kg Ayam potong'],
		['8991002101235', 'misread'],
		['8996001600269', 'unknown'],
		['https://contoh.id', 'unknown'],
		['EWR1:000', 'misread']
	])('%j is %s', (code, meaning) => {
		expect(told(code)).toBe(meaning);
	});

	test('of a weighed thing that is sold by the piece only is not guessed', () => {
		expect(told(withCheck('210000700500'))).toBe('no price for Mi instan');
		expect(told(withCheck('219999900500'))).toBe('unknown');
	});

	test('of a receipt is a part of it', () => {
		const [code = ''] = saleCodes(JSON.stringify({ enrolmentId: anId() }), new Uint8Array(64));
		expect(readScan(goods, code)).toMatchObject({ is: 'receipt', part: { index: 0, count: 1 } });
	});
});

const withCheck = (digits: string): string => digits + String(checkDigit(digits));

describe('a weight pattern', () => {
	test.each(['21IIIIIWWWWWC', '28WWWWWIIIIIC', '2000IIIIWWWWC', ' 21iiiiiwwwwwc '])('%s is one', (text) => {
		expect(parseWeightPattern(text)).not.toBeNull();
	});

	test.each(['', '21IIIIIIIIIIC', '21WWWWWWWWWWC', '89IIIIIWWWWWC', '21IIIIIWWWWW', '21IWIWIWIWIWC', '21IIIIIWWWWWCC'])(
		'%s is none',
		(text) => expect(parseWeightPattern(text)).toBeNull()
	);

	test('gives back what a scale put in', () => {
		const five = (value: number): string => String(value).padStart(5, '0');
		fc.assert(
			fc.property(fc.nat(99_999), fc.integer({ min: 1, max: 99_999 }), (item, grams) => {
				const code = withCheck(`21${five(item)}${five(grams)}`);
				expect(readWeighed(code, pattern)).toEqual({ item, weight: grams });
			})
		);
	});

	test('reads nothing of a code that is another, wrong, or of nothing', () => {
		for (const code of ['8991002101234', '2112345015003', withCheck('221234501500'), withCheck('211234500000'), '21'])
			expect(readWeighed(code, pattern)).toBeNull();
	});
});

describe('a scanner that types', () => {
	/** Presses each of `keys` so many milliseconds after the one before. */
	function press(keys: readonly string[], gapMs: number, scanner = new ScannerKeys(), fromMs = 0): string | null {
		return keys.reduce<string | null>(
			(_, key, index) => scanner.press({ key, timeStamp: fromMs + index * gapMs }),
			null
		);
	}
	const code = [...Array.from('8991002101234'), 'Enter'];

	test.each([1, 12, 55])('is known by its speed: %i ms', (gapMs) => {
		expect(press(code, gapMs)).toBe('8991002101234');
	});

	test('a person who types is not one, whatever they type', () => {
		expect(press(code, 90)).toBeNull();
		expect(press([...Array.from('beras'), 'Enter'], 150)).toBeNull();
		expect(press(['1', '2', 'Enter'], 20)).toBeNull();
	});

	test('what a person typed before does not get into the code', () => {
		const scanner = new ScannerKeys();
		press(Array.from('telo'), 120, scanner);
		expect(press(code, 10, scanner, 5000)).toBe('8991002101234');
		expect(withoutCode('telo8991002101234', '8991002101234')).toBe('telo');
		expect(withoutCode('telor', '8991002101234')).toBe('telor');
	});

	test('keys that write nothing may stand between, as Shift does before capitals', () => {
		expect(press(['Shift', 'E', 'Shift', 'W', 'Shift', 'R', '1', ':', 'Enter'], 8)).toBe('EWR1:');
	});

	test('two codes in a row are two', () => {
		const scanner = new ScannerKeys();
		expect(press(code, 10, scanner)).toBe('8991002101234');
		expect(press([...Array.from('0017'), 'Enter'], 10, scanner, 145)).toBe('0017');
	});
});

test('the camera tells a code once as long as it lies there, and again when it comes again', () => {
	const found: string[] = [];
	const fresh = freshOnly((code) => void found.push(code));
	for (const nowMs of [0, 120, 1600, 3000]) fresh('a', nowMs);
	fresh('b', 3000);
	fresh('a', 4600);
	expect(found).toEqual(['a', 'b', 'a']);
});
