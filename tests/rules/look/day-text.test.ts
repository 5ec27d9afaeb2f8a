/** Days and hours in words. */
import { expect, test } from 'vitest';
import { day, firstDayOf, monthOf } from '#lib/kernel/day.ts';
import { instant } from '#lib/kernel/instant.ts';
import { formatDay, formatHour, formatMonth } from '#lib/look/day-text.ts';

const saturday = day('2026-11-21');

test.each([
	['screen', 'Sabtu, 21 Nov 2026', 'Saturday, 21 Nov 2026'],
	['paper', '21 November 2026', '21 November 2026'],
	['short', 'Sab, 21 Nov', 'Sat 21 Nov'],
	['tick', '21 Nov', '21 Nov']
] as const)('a day for the %s is written %s', (form, indonesian, english) => {
	expect(formatDay(saturday, 'id', form)).toBe(indonesian);
	expect(formatDay(saturday, 'en', form)).toBe(english);
});

test('months have their Indonesian names', () => {
	expect(formatMonth(monthOf(saturday), 'id')).toBe('November 2026');
	expect(formatMonth(monthOf(day('2026-08-17')), 'id')).toBe('Agustus 2026');
	expect(formatMonth(monthOf(day('2026-05-01')), 'id', 'monthTick')).toBe('Mei');
	expect(formatDay(firstDayOf(monthOf(day('2026-05-20'))), 'id')).toBe('Jumat, 1 Mei 2026');
});

test('the hour is that of the wall where the group is', () => {
	const moment = instant('2026-11-21T06:30:59.999Z');
	expect(formatHour(moment, 'Asia/Makassar', 'id')).toBe('14.30');
	expect(formatHour(moment, 'Asia/Makassar', 'en')).toBe('14:30');
	expect(formatHour(moment, 'Asia/Jakarta', 'id')).toBe('13.30');
	expect(formatHour(instant('2026-11-21T16:05:00.000Z'), 'Asia/Jayapura', 'id')).toBe('01.05');
});
