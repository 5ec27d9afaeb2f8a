/** When a shop is open. */
import { describe, expect, test } from 'vitest';
import { openingLines } from '#lib/groups/hours-text.ts';
import { hoursOn, isOpenAt, type OpeningHours, readOpeningHours, weekdayOf } from '#lib/groups/opening-hours.ts';
import { day } from '#lib/kernel/day.ts';
import { instant } from '#lib/kernel/instant.ts';

const usual = { opens: '07:00', closes: '17:00' };
const short = { opens: '07:00', closes: '12:00' };
const week: OpeningHours = [usual, usual, usual, usual, short, usual, null];

test('21 November 2026 is a Saturday, and Monday comes first', () => {
	expect(weekdayOf(day('2026-11-21'))).toBe(5);
	expect(weekdayOf(day('2026-11-23'))).toBe(0);
	expect(hoursOn(week, day('2026-11-20'))).toEqual(short);
	expect(hoursOn(week, day('2026-11-22'))).toBeNull();
});

describe('in Palu, eight hours ahead of the sun in Greenwich', () => {
	test.each([
		['2026-11-20T22:59:59.000Z', false, 'a second before opening'],
		['2026-11-20T23:00:00.000Z', true, 'at opening on Saturday morning, still Friday in Greenwich'],
		['2026-11-21T08:59:59.000Z', true, 'a second before closing'],
		['2026-11-21T09:00:00.000Z', false, 'at closing'],
		['2026-11-22T01:00:00.000Z', false, 'on Sunday']
	])('%s: open is %s, %s', (moment, expected) => {
		expect(isOpenAt(week, instant(moment), 'Asia/Makassar')).toBe(expected);
	});
});

describe('as kept', () => {
	test('nothing kept means that nobody has told them', () => {
		expect(readOpeningHours('')).toBeNull();
		expect(readOpeningHours(JSON.stringify(week))).toEqual(week);
	});

	test.each([
		['six days', week.slice(1)],
		['closing before opening', [{ opens: '17:00', closes: '07:00' }, ...week.slice(1)]],
		['an hour that there is not', [{ opens: '07:00', closes: '24:00' }, ...week.slice(1)]]
	])('%s is refused', (_, wrong) => {
		expect(() => readOpeningHours(JSON.stringify(wrong))).toThrow();
	});
});

test('days in a row with the same hours make one line', () => {
	expect(openingLines(week)).toEqual([
		{ days: 'Senin–Kamis', hours: '07.00–17.00' },
		{ days: 'Jumat', hours: '07.00–12.00' },
		{ days: 'Sabtu', hours: '07.00–17.00' },
		{ days: 'Minggu', hours: 'tutup' }
	]);
});
