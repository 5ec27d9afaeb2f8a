/** Quantities as people say them and as they type them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity, quantityMax } from '#lib/kernel/quantity.ts';
import { formatNumberOf, formatQuantity, parseQuantity, quantityInput } from '#lib/look/quantity-text.ts';

const languages = ['id', 'en'] as const;

describe('a quantity is written', () => {
	test.each([
		[1_500, 'kg', '1,5 kg', '1.5 kg'],
		[250, 'kg', '¼ kg', '¼ kg'],
		[500, 'liter', '½ liter', '½ liter'],
		[750, 'kg', '¾ kg', '¾ kg'],
		[10_000, 'butir', '10 butir', '10 butir'],
		[1_200_000, 'butir', '1.200 butir', '1,200 butir'],
		[1_250, 'kg', '1,25 kg', '1.25 kg'],
		[125, 'kg', '0,125 kg', '0.125 kg'],
		[0, 'ekor', '0 ekor', '0 ekor'],
		[-2_500, 'kg', '−2,5 kg', '−2.5 kg'],
		[-250, 'kg', '−¼ kg', '−¼ kg']
	])('%i thousandths of a %s as %s', (thousandths, unit, indonesian, english) => {
		expect(formatQuantity(quantity(thousandths), unit, 'id').replace('\u00a0', ' ')).toBe(indonesian);
		expect(formatQuantity(quantity(thousandths), unit, 'en').replace('\u00a0', ' ')).toBe(english);
	});
});

describe('what people type for a quantity', () => {
	test.each([
		['2', 2_000],
		['1,5', 1_500],
		['1.5', 1_500],
		[',5', 500],
		['0,125', 125],
		['0.125', 125],
		['1,50000', 1_500],
		['¼', 250],
		['1½', 1_500],
		['2 ¾', 2_750],
		['1/4', 250],
		['1 1/2', 1_500],
		['1 / 8', 125],
		['1.200', 1_200_000],
		['1.200,5', 1_200_500],
		['0', 0]
	])('%j is %i thousandths', (text, thousandths) => {
		expect(parseQuantity(text, 'id')).toBe(thousandths);
	});

	test('an English comma before three figures groups, an Indonesian one does not', () => {
		expect(parseQuantity('1,200', 'en')).toBe(1_200_000);
		expect(parseQuantity('1,200', 'id')).toBe(1_200);
	});

	test.each([
		['', 'empty'],
		['-1', 'negative'],
		['sekilo', 'not-a-number'],
		['1,2,3', 'not-a-number'],
		['.', 'not-a-number'],
		['1/0', 'not-a-number'],
		['1/3', 'too-fine'],
		['0,0005', 'too-fine'],
		['1000001', 'too-large'],
		['9'.repeat(40), 'too-large']
	])('%j is refused as %s', (text, problem) => {
		expect(parseQuantity(text, 'id')).toBe(problem);
	});

	test('reads back every quantity it was given to edit or to read, in both languages', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: quantityMax }), fc.constantFrom(...languages), (thousandths, language) => {
				expect(parseQuantity(quantityInput(quantity(thousandths), language), language)).toBe(thousandths);
				expect(parseQuantity(formatNumberOf(quantity(thousandths), language), language)).toBe(thousandths);
			})
		);
	});

	test('is never anything but a quantity or a named problem', () => {
		fc.assert(
			fc.property(fc.string(), fc.constantFrom(...languages), (text, language) => {
				const read = parseQuantity(text, language);
				expect(typeof read === 'string' || (Number.isSafeInteger(read) && read >= 0 && read <= quantityMax)).toBe(true);
			})
		);
	});
});
