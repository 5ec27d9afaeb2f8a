/** Days and months of Indonesia's three zones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Bug, present } from '#lib/kernel/assert.ts';
import {
	addDays, day, dayOf, daysBetween, firstDayOf, lastDayOf, localTime, monthOf, nextMonth, parseDay, parseMonth,
	startOf, zone, zoneName, zones
} from '#lib/kernel/day.ts'; // prettier-ignore
import { instant, later } from '#lib/kernel/instant.ts';

const anyDay = fc
	.date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
	.map((date) => day(date.toISOString().slice(0, 10)));

describe('a day from outside', () => {
	test.each(['2026-11-21', '2024-02-29', '1900-01-01', '2199-12-31'])('%s is a day', (text) => {
		expect(parseDay(text)).toBe(text);
	});

	test.each([
		'', '21-11-2026', '2026-2-3', '2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-11-00', '2026-11-31',
		'2026-11-21T00:00', '2026-11-21\n', ' 2026-11-21', '1899-12-31', '2200-01-01', '9999-12-31', 'besok'
	])('%j is none', (text) => {
		expect(parseDay(text)).toBeNull();
	}); // prettier-ignore

	test('nothing is no day and no month', () => {
		expect(parseDay(null)).toBeNull();
		expect(parseDay(undefined)).toBeNull();
		expect(parseMonth(null)).toBeNull();
		expect(parseMonth('2026-1')).toBeNull();
		expect(parseMonth('2026-13')).toBeNull();
		expect(parseMonth('2026-12')).toBe('2026-12');
	});
});

test('a day that our own code got wrong is a Bug', () => {
	expect(() => day('2026-02-30')).toThrow(Bug);
	expect(() => zone('Asia/Singapore')).toThrow(Bug);
});

test.each([
	['Asia/Jakarta', 'WIB', '2026-11-21', '2026-11-21T23:59'],
	['Asia/Makassar', 'WITA', '2026-11-22', '2026-11-22T00:59'],
	['Asia/Jayapura', 'WIT', '2026-11-22', '2026-11-22T01:59']
] as const)('at 16.59 UTC clocks in %s (%s) show %s', (where, name, date, time) => {
	const moment = instant('2026-11-21T16:59:59.999Z');
	expect(dayOf(moment, zone(where))).toBe(date);
	expect(localTime(moment, where)).toBe(time);
	expect(zoneName(where)).toBe(name);
});

test('a day begins at its own midnight, and the moment before belongs to the day before', () => {
	fc.assert(
		fc.property(anyDay, fc.constantFrom(...zones), (date, where) => {
			const midnight = startOf(date, where);
			expect(dayOf(midnight, where)).toBe(date);
			expect(localTime(midnight, where)).toBe(`${date}T00:00`);
			expect(dayOf(later(midnight, -1), where)).toBe(addDays(date, -1));
		})
	);
});

test('adding days and counting days undo each other', () => {
	fc.assert(
		fc.property(anyDay, fc.integer({ min: -10_000, max: 10_000 }), (date, days) => {
			fc.pre(date > '1980' && date < '2120');
			expect(daysBetween(date, addDays(date, days))).toBe(days);
			expect(addDays(addDays(date, days), -days)).toBe(date);
		})
	);
});

test.each([
	['2026-01', '2026-01-31', '2026-02'],
	['2026-02', '2026-02-28', '2026-03'],
	['2024-02', '2024-02-29', '2024-03'],
	['2026-04', '2026-04-30', '2026-05'],
	['2026-12', '2026-12-31', '2027-01']
])('%s ends on %s and is followed by %s', (text, last, next) => {
	const month = present(parseMonth(text), text);
	expect(lastDayOf(month)).toBe(last);
	expect(nextMonth(month)).toBe(next);
	expect(firstDayOf(month)).toBe(`${text}-01`);
	expect(monthOf(lastDayOf(month))).toBe(text);
});
