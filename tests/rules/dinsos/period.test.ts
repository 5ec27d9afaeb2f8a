/** The days of a report, as its address names them. */
import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/day.ts';
import { addressOf } from '../../../src/routes/dinsos/omzet/address.ts';
import { periodOf, stepsIn, usualPeriods } from '../../../src/routes/dinsos/omzet/period.ts';

const today = day('2026-11-21');
const asked = (query: string) => periodOf(new URLSearchParams(query), today);

describe('the period of an address', () => {
	test.each([
		['', '2026-11-01', '2026-11-21', 'day'],
		['dari=2026-10-01&sampai=2026-10-31', '2026-10-01', '2026-10-31', 'day'],
		['dari=2026-10-15', '2026-10-15', '2026-11-21', 'day'],
		['sampai=2026-10-15', '2026-10-01', '2026-10-15', 'day'],
		['dari=2026-01-01', '2026-01-01', '2026-11-21', 'month'],
		['dari=2026-11-30&sampai=2026-12-31', '2026-11-21', '2026-11-21', 'day'],
		['dari=2026-10-31&sampai=2026-10-01', '2026-10-01', '2026-10-01', 'day'],
		['dari=yesterday&sampai=2026-02-30', '2026-11-01', '2026-11-21', 'day']
	])('?%s', (query, from, to, step) => {
		expect(asked(query)).toEqual({ from, to, step, isCut: false });
	});

	test('spans two years at most, and says that it was cut', () => {
		expect(asked('dari=1999-01-01')).toEqual({ from: '2024-11-20', to: '2026-11-21', step: 'month', isCut: true });
	});
});

test('every day or month of a period is a step, the first and the last too', () => {
	expect(stepsIn(asked('dari=2026-10-30&sampai=2026-11-02'))).toEqual([
		'2026-10-30',
		'2026-10-31',
		'2026-11-01',
		'2026-11-02'
	]);
	const months = stepsIn(asked('dari=2025-12-31'));
	expect([months[0], months.at(-1), months.length]).toEqual(['2025-12', '2026-11', 12]);
});

test('the usual periods are those people ask for', () => {
	expect(usualPeriods(today)).toEqual({
		lastMonth: { from: '2026-10-01', to: '2026-10-31' },
		year: { from: '2026-01-01', to: '2026-11-21' }
	});
	expect(usualPeriods(day('2027-01-31')).lastMonth).toEqual({ from: '2026-12-01', to: '2026-12-31' });
});

test('an address leaves out what is usual', () => {
	expect(addressOf({})).toBe('/dinsos/omzet');
	const days = { from: day('2026-10-01'), to: day('2026-10-31') };
	expect(addressOf({ region: '72.71', days, by: 'group', page: 2 })).toBe(
		'/dinsos/omzet?wilayah=72.71&dari=2026-10-01&sampai=2026-10-31&menurut=kube&halaman=2'
	);
});
