/** Cells of a bank's file, as banks and spreadsheets write them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	parseAmount,
	parseFileDay,
	parseFileTime,
	parseNumber,
	parseRrn,
	terminalIn
} from '#lib/payments/settlement-cells.ts';

describe('an amount', () => {
	test.each([
		['150000', 'comma', 150_000],
		['1.500.000,00', 'comma', 1_500_000],
		['Rp 1.500.000', 'comma', 1_500_000],
		['Rp. 2.000', 'comma', 2000],
		['IDR 1,500,000.00', 'point', 1_500_000],
		['1 500 000', 'point', 1_500_000],
		['-150.000', 'comma', -150_000],
		['(150.000)', 'comma', -150_000],
		['(Rp150.000,00)', 'comma', -150_000],
		['150.000-', 'comma', -150_000],
		['+150,000', 'point', 150_000],
		['0', 'comma', 0],
		['150.000,50', 'comma', 'fraction'],
		['150,000', 'comma', 'not-an-amount'],
		['150.000', 'point', 'not-an-amount'],
		['1.50.000', 'comma', 'not-an-amount'],
		['--150', 'comma', 'not-an-amount'],
		['1,5E+05', 'comma', 'not-an-amount'],
		['', 'comma', 'not-an-amount'],
		['seratus', 'comma', 'not-an-amount'],
		['9999999999999', 'comma', 'too-large']
	] as const)('%s with a decimal %s is %s', (text, sign, amount) => {
		expect(parseAmount(text, sign)).toBe(amount);
	});

	test('written either way reads back, with or without its hundredths', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.boolean(), (amount, hundredths) => {
				const fraction = hundredths ? 2 : 0;
				const form = (locale: string) => amount.toLocaleString(locale, { minimumFractionDigits: fraction });
				expect(parseAmount(form('id-ID'), 'comma')).toBe(amount);
				expect(parseAmount(form('en-US'), 'point')).toBe(amount);
			})
		);
	});
});

describe('a day', () => {
	test.each([
		['21/11/2026', 'dmy', '2026-11-21'],
		['1-2-2026', 'dmy', '2026-02-01'],
		['21.11.26 14:03:22', 'dmy', '2026-11-21'],
		['21 Nov 2026', 'dmy', '2026-11-21'],
		['21-Nop-26', 'dmy', '2026-11-21'],
		['5 Agustus 2026', 'dmy', '2026-08-05'],
		['11/21/2026', 'mdy', '2026-11-21'],
		['2026-11-21', 'ymd', '2026-11-21'],
		['2026-11-21T14:03:22', 'ymd', '2026-11-21'],
		['20261121', 'ymd', '2026-11-21'],
		['261121', 'ymd', '2026-11-21'],
		['21112026', 'dmy', '2026-11-21'],
		['211126', 'dmy', '2026-11-21'],
		['21/11/2026', 'mdy', null],
		['31/02/2026', 'dmy', null],
		['2026-11-21', 'dmy', null],
		['kemarin', 'dmy', null],
		['', 'ymd', null]
	] as const)('%s in the order %s is %s', (text, order, day) => {
		expect(parseFileDay(text, order)).toBe(day);
	});
});

test.each([
	['000123', '000123'],
	['123', '000123'],
	["'000123", '000123'],
	['00000123', '000123'],
	['a1b2c3', 'A1B2C3'],
	['', null],
	['-', null],
	['1234567', undefined],
	['A1B2', undefined],
	['1,23E+11', undefined]
])('the number %j is %j', (text, number) => {
	expect(parseNumber(text)).toBe(number);
});

test('a reference has twelve signs', () => {
	expect(parseRrn('632514000123')).toBe('632514000123');
	expect(parseRrn('2514000123')).toBe('002514000123');
	expect(parseRrn('6325140001234')).toBeUndefined();
});

test('a terminal is known without the noughts that a spreadsheet dropped, unless two would be meant', () => {
	const known = [{ tid: '00451234' }, { tid: 'B0451235' }, { tid: '0451299' }, { tid: '00451299' }];
	expect(terminalIn('451234', known)?.tid).toBe('00451234');
	expect(terminalIn(' b0451235 ', known)?.tid).toBe('B0451235');
	expect(terminalIn('00451299', known)?.tid).toBe('00451299');
	expect(terminalIn('451299', known)).toBeNull();
	expect(terminalIn('', known)).toBeNull();
});

test.each([
	['21/11/2026 09:12:44', '09:12'],
	['2026-11-21T9:05', '09:05'],
	['21-Nov-26 23.59', '23:59'],
	['20261121 14:00:00.000', '14:00'],
	['2026-11-21 08:00 WITA', '08:00'],
	['21/11/2026', null],
	['21.11.2026', null],
	['21/11/2026 24:00', null],
	['21/11/2026 PAGI', null],
	['', null]
])('the hour beside the day %s is %s', (cell, time) => {
	expect(parseFileTime(cell)).toBe(time);
});

test('no text whatever breaks the reading of a cell', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			for (const sign of ['comma', 'point'] as const) parseAmount(text, sign);
			parseFileTime(text);
			for (const order of ['dmy', 'mdy', 'ymd'] as const) parseFileDay(text, order);
			parseNumber(text);
			parseRrn(text);
		})
	);
});
