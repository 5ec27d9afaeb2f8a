// When something happened, told from a device's clock that may be wrong.
import { describe, expect, test } from 'vitest';
import { instant } from '#lib/kernel/instant.ts';
import { happenedAt } from '#lib/sales/happened.ts';

const received = '2026-11-21T10:00:00.000Z';
const before = '2026-11-21T08:00:00.000Z';
const hour = 3_600_000;

describe('a sale happened', () => {
	test.each([
		['when a right clock says so', '2026-11-21T09:00:00.000Z', 0, '2026-11-21T09:00:00.000Z', false],
		['corrected by the measured offset', '2026-11-21T09:00:00.000Z', 90_000, '2026-11-21T09:01:30.000Z', false],
		[
			'a day later by a clock that is a day ahead',
			'2026-11-22T09:00:00.000Z',
			-24 * hour,
			'2026-11-21T09:00:00.000Z',
			true
		],
		[
			'not before the event before it: a clock set back in the middle of a shift',
			'2026-11-21T05:00:00.000Z',
			null,
			before,
			true
		],
		['not before it either when the clock fell back eleven years', '2015-11-21T09:00:00.000Z', null, before, true],
		['not before it either when the clock was lost', '1970-01-01T00:05:00.000Z', null, before, true],
		[
			'not after it was received: a clock one day ahead, never measured',
			'2026-11-22T09:30:00.000Z',
			null,
			received,
			true
		],
		[
			'exactly a quarter of an hour off is not marked',
			'2026-11-21T08:30:00.000Z',
			15 * 60_000,
			'2026-11-21T08:45:00.000Z',
			false
		],
		['a moment more is', '2026-11-21T08:30:00.000Z', 15 * 60_000 + 1, '2026-11-21T08:45:00.001Z', true]
	])('%s', (_, deviceAt, offsetMs, at, corrected) => {
		const told = { deviceAt: instant(deviceAt), offsetMs, notBefore: instant(before), receivedAt: instant(received) };
		expect(happenedAt(told)).toEqual({ at, corrected });
	});

	test('when it was received, if even the event before it is said to be later', () => {
		const told = {
			deviceAt: instant(received),
			offsetMs: 0,
			notBefore: instant('2026-11-21T11:00:00.000Z'),
			receivedAt: instant(received)
		};
		expect(happenedAt(told).at).toBe(received);
	});
});
