// Which numbers of a till are here: every hole has a name, whatever the order in which they come.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instant, instant, instantOf } from '#lib/kernel/instant.ts';
import {
	earliest,
	hasNumber,
	highestUnbroken,
	holesIn,
	isFork,
	type Link,
	type Numbers,
	numbersText,
	readNumbers,
	unlinked,
	withNumber
} from '#lib/sales/numbers.ts';

/** Event n happened n minutes after the epoch. */
const at = (number: number): Instant => instantOf(number * 60_000);
const numbersOf = (told: readonly number[]): Numbers =>
	told.reduce<Numbers>((numbers, number) => withNumber(numbers, link(number)), []);
/** Event n as a till writes it: it names the one before. */
const link = (number: number, more: Partial<Link> = {}): Link => ({
	number,
	at: at(number),
	previous: `hash ${number - 1}`,
	hash: `hash ${number}`,
	...more
});
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

	test('of a till whose events were not chained are read, and contradict nothing', () => {
		const old = readNumbers('[[1,3,"1970-01-01T00:03:00.000Z"]]');
		expect(old).toEqual([{ from: 1, to: 3, at: at(3), previous: null, hash: null }]);
		expect(isFork(old, link(4), 'hash 0')).toBe(false);
		expect(isFork(old, link(2), 'hash 0')).toBe(true);
		expect(isFork(old, link(2, { previous: null }), 'hash 0')).toBe(false);
	});

	test('have a bound: a till that sends only odd ones does not grow without end', () => {
		const odd = numbersOf(Array.from({ length: 1000 }, (_, index) => index * 2 + 1));
		expect(odd.length).toBe(200);
		expect(highestUnbroken(withNumber(odd, link(2)))).toBe(3);
	});
});

describe('a chain', () => {
	test('in any order and with holes contradicts itself nowhere', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), (told) => {
				told.reduce<Numbers>((numbers, number) => {
					expect(isFork(numbers, link(number), 'hash 0')).toBe(false);
					return withNumber(numbers, link(number));
				}, []);
			})
		);
	});

	test.each([
		['the same number again', link(4, { hash: 'other' })],
		['another event before it', link(8, { previous: 'other' })],
		['another event than the next one names', link(9, { hash: 'other' })],
		['a first event of another till', link(1, { previous: 'other' })]
	])('%s is a fork', (_, event) => {
		expect(isFork(numbersOf([3, 4, 7, 10]), event, 'hash 0')).toBe(true);
	});

	test('begins anew where a person let it', () => {
		const numbers = unlinked(numbersOf([1, 2, 3]));
		expect(isFork(numbers, link(4, { previous: 'other' }), 'hash 0')).toBe(false);
		const on = withNumber(numbers, link(4, { previous: 'other', hash: 'hash 4' }));
		expect(isFork(on, link(5), 'hash 0')).toBe(false);
		expect(isFork(on, link(5, { previous: 'other' }), 'hash 0')).toBe(true);
	});
});
