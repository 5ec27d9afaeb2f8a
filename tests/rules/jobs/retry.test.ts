/** Failed jobs wait longer each time, and not for ever. */
import { expect, test } from 'vitest';
import { errorText, retryAt, triesMax } from '#lib/jobs/retry.ts';
import { instant, millisecondsOf } from '#lib/kernel/instant.ts';

const now = instant('2026-11-21T01:00:00.000Z');

test.each([
	[1, 1],
	[2, 4],
	[3, 16],
	[4, 64],
	[5, 256],
	[6, 360],
	[7, 360]
])('after %i failed tries the next is %i minutes later', (tries, minutes) => {
	const next = retryAt(now, tries);
	expect(next === null ? null : (millisecondsOf(next) - millisecondsOf(now)) / 60_000).toBe(minutes);
});

test('after the last try a person is waited for', () => {
	expect(retryAt(now, triesMax)).toBeNull();
});

test('an error is kept short and without numbers of people', () => {
	expect(errorText(new TypeError('no person 7271081505800001'))).toBe('TypeError: no person …');
	expect(errorText(new Error('x'.repeat(1000)))).toHaveLength(300);
	expect(errorText('thrown text')).toBe('an error that is none');
});
