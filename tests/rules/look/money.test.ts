/** Rupiah on the screen and in a box to type in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountMax, rupiah } from '#lib/kernel/rupiah.ts';
import { formatChange, formatRupiah, formatShort, parseRupiah, rupiahInput } from '#lib/look/money.ts';

const languages = ['id', 'en'] as const;

describe('an amount is written', () => {
	test.each([
		[0, 'Rp0', 'Rp0'],
		[500, 'Rp500', 'Rp500'],
		[12_500, 'Rp12.500', 'Rp12,500'],
		[1_250_000, 'Rp1.250.000', 'Rp1,250,000'],
		[-3_500, '−Rp3.500', '−Rp3,500']
	])('%i as %s, in English %s', (amount, indonesian, english) => {
		expect(formatRupiah(rupiah(amount), 'id')).toBe(indonesian);
		expect(formatRupiah(rupiah(amount), 'en')).toBe(english);
	});

	test('with its sign where it tells a change', () => {
		expect(formatChange(rupiah(46_000), 'id')).toBe('+Rp46.000');
		expect(formatChange(rupiah(-46_000), 'id')).toBe('−Rp46.000');
		expect(formatChange(rupiah(0), 'id')).toBe('Rp0');
	});

	test.each([
		[750, '750', '750'],
		[50_000, '50 rb', '50k'],
		[1_240_000, '1,24 jt', '1.24m'],
		[1_240_000_000, '1,24 M', '1.24bn'],
		[-2_000_000, '−2 jt', '−2m']
	])('%i on an axis as %s, in English %s', (amount, indonesian, english) => {
		expect(formatShort(rupiah(amount), 'id')).toBe(indonesian);
		expect(formatShort(rupiah(amount), 'en')).toBe(english);
	});
});

describe('what people type for an amount', () => {
	test.each([
		['12500', 12_500],
		['12.500', 12_500],
		['12,500', 12_500],
		['Rp 12.500,00', 12_500],
		['Rp12.500,-', 12_500],
		['Rp. 12.500', 12_500],
		['rp1.250.000', 1_250_000],
		['1,250,000.00', 1_250_000],
		[' 12 500 ', 12_500],
		['0', 0],
		['500,00', 500],
		['1000000000000', amountMax]
	])('%j is %i rupiah', (text, amount) => {
		expect(parseRupiah(text)).toBe(amount);
	});

	test.each([
		['', 'empty'],
		['  Rp ', 'empty'],
		['-500', 'negative'],
		['−Rp500', 'negative'],
		['12,50', 'fraction'],
		['12.5', 'fraction'],
		['1.250.000,75', 'fraction'],
		['dua ribu', 'not-a-number'],
		['12.5.00', 'not-a-number'],
		['1.250,000', 'fraction'],
		['12rb', 'not-a-number'],
		['1e5', 'not-a-number'],
		['1000000000001', 'too-large'],
		['9'.repeat(40), 'too-large']
	])('%j is refused as %s', (text, problem) => {
		expect(parseRupiah(text)).toBe(problem);
	});

	test('reads back every amount it was given to edit or to read, in both languages', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: amountMax }), fc.constantFrom(...languages), (amount, language) => {
				expect(parseRupiah(rupiahInput(rupiah(amount), language))).toBe(amount);
				expect(parseRupiah(formatRupiah(rupiah(amount), language))).toBe(amount);
			})
		);
	});

	test('is never anything but rupiah or a named problem', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const read = parseRupiah(text);
				expect(typeof read === 'string' || (Number.isSafeInteger(read) && read >= 0 && read <= amountMax)).toBe(true);
			})
		);
	});
});
