// Months close in order, and what happened in a closed one counts for the first open day.
import { describe, expect, test } from 'vitest';
import { day, type Month } from '#lib/kernel/day.ts';
import { checkClosing, checkReopening, firstOpenDay, monthBefore } from '#lib/ledger/period.ts';

const month = (text: string): Month => text as Month;

describe('the day something counts for', () => {
	test.each([
		['2026-11-21', null, '2026-11-21'],
		['2026-11-21', '2026-10', '2026-11-21'],
		['2026-10-31', '2026-10', '2026-11-01'],
		['2026-01-05', '2026-10', '2026-11-01'],
		['2026-12-31', '2026-12', '2027-01-01']
	])('happened %s, closed through %s: %s', (happened, closed, counts) => {
		expect(firstOpenDay(day(happened), closed === null ? null : month(closed))).toBe(counts);
	});
});

describe('closing', () => {
	const today = day('2026-11-21');

	test.each([
		['2026-10', null, null],
		['2026-10', '2026-08', null],
		['2026-11', null, 'ledger.month-not-over'],
		['2026-10', '2026-10', 'ledger.month-already-closed'],
		['2026-09', '2026-10', 'ledger.month-already-closed']
	])('%s when closed through %s: %s', (closing, closed, refusal) => {
		const close = (): void => checkClosing(month(closing), closed === null ? null : month(closed), today);
		if (refusal === null) expect(close).not.toThrow();
		else expect(close).toThrow(expect.objectContaining({ code: refusal }));
	});

	test('a month can be closed on the day after its last', () => {
		expect(() => checkClosing(month('2026-11'), null, day('2026-11-30'))).toThrow('not over');
		expect(() => checkClosing(month('2026-11'), null, day('2026-12-01'))).not.toThrow();
	});

	test('only a closed month can be reopened', () => {
		expect(() => checkReopening(month('2026-10'), month('2026-10'))).not.toThrow();
		expect(() => checkReopening(month('2026-11'), month('2026-10'))).toThrow('not closed');
		expect(() => checkReopening(month('2026-11'), null)).toThrow('not closed');
	});

	test('the month before January is December', () => {
		expect(monthBefore(month('2026-01'))).toBe('2025-12');
	});
});
