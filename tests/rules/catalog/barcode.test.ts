/** Barcodes: the last digit proves the others. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barcodeProblemText } from '#lib/catalog/barcode-problem.ts';
import { isBarcodeProblem, parseBarcode } from '#lib/catalog/barcode.ts';
import { checkDigit } from '#lib/printing/check-digit.ts';

describe('a barcode', () => {
	test.each([
		['8992761166014', '8992761166014', 'a good EAN-13'],
		['4006381333931', '4006381333931', 'the example of the standard'],
		['8 992761 166014', '8992761166014', 'typed as printed'],
		['96385074', '96385074', 'an EAN-8'],
		['036000291452', '0036000291452', 'an American UPC-A, as the EAN-13 it is'],
		['8992761166015', 'wrong-check-digit', 'the last digit wrong'],
		['8992761166104', 'wrong-check-digit', 'two digits turned'],
		['899276116601', 'wrong-check-digit', 'a digit lost'],
		['89927', 'wrong-length', 'far too short'],
		['89927611660140', 'wrong-length', 'one too many'],
		['8,99276E+12', 'not-digits', 'what a spreadsheet makes of it'],
		['', 'not-digits', 'nothing']
	])('%s is %s: %s', (typed, expected) => {
		const parsed = parseBarcode(typed);
		expect(parsed).toBe(expected);
		if (isBarcodeProblem(parsed)) expect(barcodeProblemText(parsed)).not.toBe('');
	});

	const digits = (length: number) =>
		fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

	test('any twelve or seven digits with their check digit pass', () => {
		fc.assert(
			fc.property(fc.constantFrom(12, 7).chain(digits), (body) => {
				const code = `${body}${checkDigit(body)}`;
				expect(parseBarcode(code)).toBe(code);
			})
		);
	});

	test('one digit read wrong is always found', () => {
		fc.assert(
			fc.property(digits(12), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (body, place, off) => {
				const code = `${body}${checkDigit(body)}`;
				const wrong = (Number(code[place]) + off) % 10;
				expect(parseBarcode(`${code.slice(0, place)}${wrong}${code.slice(place + 1)}`)).toBe('wrong-check-digit');
			})
		);
	});
});
