/** The paper of goods taken before the card was swiped, and the slip that one payment is known by. */
import { expect, test } from 'vitest';
import { slipKey, slipNumberForm } from '#lib/payments/card-slip.ts';
import { daysOverdue, deedNumber, dueDay } from '#lib/aid/deed.ts';
import { day } from '#lib/kernel/day.ts';

test('a paper is due after the days of the rule, and counts from the day after', () => {
	expect(deedNumber('B-000142')).toBe('BA-B-000142');
	const due = dueDay(day('2026-11-21'), 3);
	expect(due).toBe('2026-11-24');
	expect(['2026-11-21', '2026-11-24', '2026-11-25', '2026-12-01'].map((today) => daysOverdue(due, day(today)))).toEqual([0, 0, 1, 7]); // prettier-ignore
});

test('a slip is known by machine, number and day', () => {
	const slip = { terminalId: 'T1234567', number: '004213', day: '2026-11-21' };
	expect(slipKey(slip)).toBe(slipKey({ ...slip }));
	for (const other of [{ terminalId: 'T1234568' }, { number: '004214' }, { day: '2026-11-22' }])
		expect(slipKey({ ...slip, ...other })).not.toBe(slipKey(slip));
});

test.each([['004213', true], ['A1B2C3', true], ['04213', false], ['0042134', false], ['4213567890123456', false]])('%s is a slip number: %s', (text, is) => {
	expect(slipNumberForm.test(text)).toBe(is);
}); // prettier-ignore
