// Which numbers of a till are here: every hole has a name, whatever the order in which they come.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instant, instant, instantOf } from '#lib/kernel/instant.ts';
import {
	earliest,
	hasNumber,
	highestUnbroken,
	holesIn,
	type Numbers,
	numbersText,
	readNumbers,
	withNumber
} from '#lib/sales/numbers.ts';

/** Event n happened n minutes after the epoch. */
const at = (number: number): Instant => instantOf(number * 60_000);
const numbersOf = (told: readonly number[]): Numbers =>
	told.reduce<Numbers>((numbers, number) => withNumber(numbers, number, at(number)), []);
const enrolled = instant('1970-01-01T00:00:30.000Z');

describe('numbers', () => {
	test.each([
		[[], 0, []],
		[[1, 2, 3], 3, []],
		[[2, 3], 0, [[1, 1]]],
		[[1, 2, 5, 9], 2, [[3, 4], [6, 8]]],
		[[5, 1, 3, 2, 4], 5, []]
	])('%j: unbroken up to %i, missing %j', (told, highest, holes) => {
		expect(highestUnbroken(numbersOf(told))).toBe(highest);
		expect(holesIn(numbersOf(told))).toEqual(holes);
	}); // prettier-ignore

	test('in any order, with repetitions, come to the same', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (told) => {
				const numbers = numbersOf(told);
				const inOrder = numbersOf([...new Set(told)].sort((a, b) => a - b));
				expect(numbers).toEqual(inOrder);
				for (let number = 1; number <= 60; number++) expect(hasNumber(numbers, number)).toBe(told.includes(number));
				const missing = holesIn(numbers).flatMap(([from, to]) =>
					Array.from({ length: to - from + 1 }, (_, index) => from + index)
				);
				expect([...missing, ...new Set(told)].sort((a, b) => a - b)).toEqual(
					Array.from({ length: Math.max(0, ...told) }, (_, index) => index + 1)
				);
				expect(readNumbers(numbersText(numbers))).toEqual(numbers);
			})
		);
	});

	test('an event is not earlier than the nearest one before it that is here', () => {
		const numbers = numbersOf([1, 2, 5]);
		expect(earliest(numbers, 1, enrolled)).toBe(enrolled);
		expect(earliest(numbers, 3, enrolled)).toBe(at(2));
		expect(earliest(numbers, 4, enrolled)).toBe(at(2));
		expect(earliest(numbers, 6, enrolled)).toBe(at(5));
	});

	test('have a bound: a till that sends only odd ones does not grow without end', () => {
		const odd = numbersOf(Array.from({ length: 1000 }, (_, index) => index * 2 + 1));
		expect(odd.length).toBe(200);
		expect(highestUnbroken(withNumber(odd, 2, at(2)))).toBe(3);
	});
});
