/** Moments: what is read from outside, and what is refused because it could be read in two ways. */
import { expect, test } from 'vitest';
import { Bug } from '#lib/kernel/assert.ts';
import { instant, instantOf, later, millisecondsOf, parseInstant } from '#lib/kernel/instant.ts';

test.each([
	['2026-11-21T01:10:00.000Z', '2026-11-21T01:10:00.000Z', 'as we write it'],
	['2026-11-21T01:10Z', '2026-11-21T01:10:00.000Z', 'without seconds'],
	['2026-11-21T09:10:00+08:00', '2026-11-21T01:10:00.000Z', 'in a zone of its own'],
	['2026-11-21T01:10:00.123456Z', '2026-11-21T01:10:00.123Z', 'more exact than we keep'],
	['2026-11-21T01:10:00,5Z', '2026-11-21T01:10:00.500Z', 'with a decimal comma'],
	['1970-01-01T00:00:09.000Z', '1970-01-01T00:00:09.000Z', 'by a phone that lost its clock']
])('%s is %s: %s', (text, expected) => {
	expect(parseInstant(text)).toBe(expected);
});

test.each([
	['2026-11-21T01:10:00', 'has no zone'],
	['2026-11-21', 'is a day'],
	['21 Nov 2026 09:10', 'is not ISO 8601'],
	['2026', 'is a year'],
	['1', 'is a number'],
	['', 'is nothing'],
	['2026-02-30T01:10:00Z', 'is on a day that is not'],
	['2026-11-21T25:10:00Z', 'is at an hour that is not'],
	['2026-11-21T01:10:60Z', 'is a leap second'],
	['1969-12-31T23:59:59Z', 'is before 1970'],
	['2200-01-01T00:00:00Z', 'is after 2199'],
	['+010000-01-01T00:00:00.000Z', 'is far away']
])('%j is no instant: it %s', (text) => {
	expect(parseInstant(text)).toBeNull();
});

test('an instant that our own code got wrong is a Bug', () => {
	expect(() => instant('2026-11-21T01:10:00Z')).toThrow(Bug);
	expect(() => instant('2026-02-30T01:10:00.000Z')).toThrow(Bug);
	expect(() => instant('2026-99-99T99:99:99.999Z')).toThrow(Bug);
});

test('instants sort as they pass', () => {
	const first = instant('2026-11-21T01:10:00.000Z');
	expect(later(first, 1) > first).toBe(true);
	expect(later(first, -1) < first).toBe(true);
	expect(instantOf(millisecondsOf(first))).toBe(first);
});
