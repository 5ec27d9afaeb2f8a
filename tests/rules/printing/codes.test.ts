/** QR and bar codes on a roll's dots, read back by `zbarimg`. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bars, barsPath, barsRaster, fitsOn, modulesOf } from '#lib/printing/bars.ts';
import { checkDigit } from '#lib/printing/check-digit.ts';
import { code128Bars, isCode128Text } from '#lib/printing/code128.ts';
import { eanBars, isEan } from '#lib/printing/ean.ts';
import { goodsCode } from '#lib/printing/goods-code.ts';
import { alphanumericQr, qrCode, qrPath, qrRaster } from '#lib/printing/qr.ts';
import { inMiddle, painted, isBlackAt, type Raster } from '#lib/printing/raster.ts';
import { readCodes } from '#tests/support/zbar.ts';

const narrow = 384;

/** On paper there is white above and below. */
function onPaper(raster: Raster): Raster {
	const middle = inMiddle(raster, narrow);
	return painted(narrow, middle.height + 40, (x, y) => isBlackAt(middle, x, y - 20));
}

const printed = (bars: Bars): Raster => onPaper(barsRaster(bars, narrow, 64));
const withCheck = (digits: string): string => digits + String(checkDigit(digits));

describe('EAN', () => {
	test('every first digit, and with it every parity, is read back', () => {
		for (let first = 0; first < 10; first++) {
			const code = withCheck(`${first}12345678901`.slice(0, 12));
			expect(readCodes(printed(eanBars(code)))).toEqual([`EAN-13:${code}`]);
		}
	});

	test('every digit is read back in both halves and both parities', () => {
		for (const body of ['899246813570', '597531864209', '236985214701', '410293847566']) {
			const code = withCheck(body);
			expect(readCodes(printed(eanBars(code)))).toEqual([`EAN-13:${code}`]);
		}
	});

	test('the short one is read back', () => {
		const code = withCheck('8901234');
		expect(readCodes(printed(eanBars(code)))).toEqual([`EAN-8:${code}`]);
	});

	test('a wrong check digit is no EAN', () => {
		expect(isEan('8991002101234')).toBe(true);
		expect(isEan('8991002101235')).toBe(false);
		expect(() => eanBars('8991002101235')).toThrow('no EAN');
	});

	test('has 95 modules between its white, whatever the digits', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^\d{12}$/), (body) => {
				const { widths, quiet } = eanBars(withCheck(body));
				expect(widths.reduce((sum, width) => sum + width, 0)).toBe(95);
				expect(quiet.before).toBeGreaterThanOrEqual(11);
			})
		);
	});
});

describe('Code 128', () => {
	test.each(['7', '17', '123', '4711', 'B-000123', 'e-Waroeng', 'Kube Melati 1/2', '~}|{`_^]@?>='])('%s', (text) => {
		expect(readCodes(printed(code128Bars(text)))).toEqual([`CODE-128:${text}`]);
	});

	test('every letter is read back', () => {
		for (let from = 32; from < 127; from += 8) {
			const text = String.fromCharCode(...Array.from({ length: Math.min(8, 127 - from) }, (_, step) => from + step));
			expect(readCodes(printed(code128Bars(`x${text}x`)))).toEqual([`CODE-128:x${text}x`]);
		}
	});

	test('every pair of digits is read back', () => {
		for (let from = 0; from < 100; from += 10) {
			const text = Array.from({ length: 10 }, (_, step) => String(from + step).padStart(2, '0')).join('');
			expect(readCodes(printed(code128Bars(text)))).toEqual([`CODE-128:${text}`]);
		}
	});

	test('has no letters beyond ASCII and no endless texts', () => {
		expect(isCode128Text('é')).toBe(false);
		expect(isCode128Text('')).toBe(false);
		expect(isCode128Text('x'.repeat(41))).toBe(false);
	});
});

test('goods without a barcode of their own carry their number', () => {
	expect(goodsCode('8991002101234', 17).text).toBe('8991002101234');
	expect(goodsCode(null, 17).text).toBe('0017');
	expect(goodsCode('12', 17).text).toBe('0017');
	expect(goodsCode('8991002101234', 17, 'dus').text).toBe('0017-dus');
});

test('a path for a page draws the very bars of the dots', () => {
	const bars = eanBars('8991002101234');
	const columns = Array.from({ length: modulesOf(bars) }, () => false);
	for (const [, at, width] of barsPath(bars, 10).matchAll(/M(\d+) 0h(\d+)v10h-\d+z/g))
		columns.fill(true, Number(at), Number(at) + Number(width));
	const raster = barsRaster(bars, modulesOf(bars), 1);
	expect(columns).toEqual(columns.map((_, x) => isBlackAt(raster, x, 0)));
	expect(fitsOn(bars, modulesOf(bars) - 1)).toBe(false);
});

describe('QR', () => {
	test.each(['e-Waroeng', 'https://contoh.id/kasir?kode=1234', '1234567890'])('%s is read back', (text) => {
		expect(readCodes(onPaper(qrRaster(qrCode(text), narrow)))).toEqual([`QR-Code:${text}`]);
	});

	test('the fullest code of version 12 fits on the narrow roll and is read back', () => {
		const text = 'A1$%*+-./:'.repeat(42).slice(0, 419);
		const code = alphanumericQr(text, 12);
		expect(code.size).toBe(65);
		expect(readCodes(onPaper(qrRaster(code, narrow)))).toEqual([`QR-Code:${text}`]);
		expect(() => alphanumericQr(`${text}A`, 12)).toThrow('version 12');
	});

	test('a path for a page has a square for each dark one', () => {
		const code = qrCode('e-Waroeng');
		let dark = 0;
		for (let row = 0; row < code.size; row++)
			for (let column = 0; column < code.size; column++) dark += Number(code.isDark(column, row));
		expect(qrPath(code).split('z')).toHaveLength(dark + 1);
	});
});
