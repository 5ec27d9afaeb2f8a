// A till's code and the numbers of its receipts.
import { expect, test } from 'vitest';
import { parseReceiptNumber, receiptNumber, tillCode } from '#lib/sales/till-code.ts';

test.each([[1, 'A'], [2, 'B'], [26, 'Z'], [27, 'AA'], [52, 'AZ'], [53, 'BA'], [702, 'ZZ'], [703, 'AAA']])('till %i is %s', (nth, code) => {
	expect(tillCode(nth)).toBe(code);
}); // prettier-ignore

test('no two tills have the same code', () => {
	const codes = Array.from({ length: 2000 }, (_, index) => tillCode(index + 1));
	expect(new Set(codes).size).toBe(codes.length);
});

test.each([['B', 123, 'B-000123'], ['AA', 1, 'AA-000001'], ['A', 1_234_567, 'A-1234567']])('till %s, receipt %i: %s', (code, nth, text) => {
	expect(receiptNumber(code, nth)).toBe(text);
	expect(parseReceiptNumber(text)).toEqual({ code, nth });
}); // prettier-ignore

test.each(['', 'B-123', 'b-000123', 'B000123', '4111111111111111', 'B-000123 '])('%j is no receipt number', (text) => {
	expect(parseReceiptNumber(text)).toBeNull();
});
