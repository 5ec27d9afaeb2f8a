/** Ids: UUIDv7 in lower case, made anywhere. */
import { expect, test } from 'vitest';
import { Bug } from '#lib/kernel/assert.ts';
import { id, isId, newId } from '#lib/kernel/id.ts';

test('ten thousand new ids are ids, and no two are alike', () => {
	const made = Array.from({ length: 10_000 }, () => newId());
	expect(made.every((text) => isId(text))).toBe(true);
	expect(new Set(made).size).toBe(made.length);
});

test.each([
	['0193478e-0000-7000-8000-000000000001', true, 'version 7'],
	['0193478E-0000-7000-8000-000000000001', false, 'capitals would be a second name for the same thing'],
	['0193478e-0000-4000-8000-000000000001', false, 'version 4'],
	['0193478e-0000-7000-c000-000000000001', false, 'another variant'],
	['0193478e00007000800000000000001', false, 'no dashes'],
	[' 0193478e-0000-7000-8000-000000000001', false, 'a space before'],
	['0193478e-0000-7000-8000-000000000001\n', false, 'a line after'],
	["' or 1=1 --", false, 'something else']
])('%j: %s, because of %s', (text, expected) => {
	expect(isId(text)).toBe(expected);
});

test('an id that our own code got wrong is a Bug', () => {
	expect(() => id('melati')).toThrow(Bug);
});
