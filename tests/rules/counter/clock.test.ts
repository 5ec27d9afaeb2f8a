/** The clock of a till, against the server's. */
import { expect, test } from 'vitest';
import { better, deviceTimeOf, measured, momentOf, type Reading } from '#lib/counter/clock.ts';
import { instant, instantOf, millisecondsOf } from '#lib/kernel/instant.ts';

const noon = instant('2026-11-21T04:00:00.000Z');
const noonMs = millisecondsOf(noon);
const hourMs = 3_600_000;
const yearsMs = 11 * 365 * 24 * hourMs;

/** A device whose clock is off by `offMs`, `sinceMs` after the page was opened at noon. */
const device = (offMs: number, sinceMs: number): Reading => ({ wall: noonMs + offMs + sinceMs, steady: sinceMs });

const measuredAt = (offMs: number) => measured(instantOf(noonMs + 50), device(offMs, 0), device(offMs, 100));

test.each([0, -yearsMs, 24 * hourMs, -90_000])(
	'a clock that is off by %d ms is told as it is, with how far it is off',
	(offMs) => {
		const { deviceAt, offsetMs } = deviceTimeOf(measuredAt(offMs), device(offMs, 5000));
		expect(deviceAt).toBe(instantOf(noonMs + offMs + 5000));
		expect(offsetMs).toBe(offMs === 0 ? 0 : -offMs);
		expect(momentOf(measuredAt(offMs), device(offMs, 5000))).toBe(instantOf(noonMs + 5000));
	}
);

test('before the first answer nothing is known of the clock', () => {
	expect(deviceTimeOf(null, device(0, 0))).toEqual({ deviceAt: noon, offsetMs: null });
	expect(momentOf(null, device(0, 0))).toBe(noon);
});

test('a clock set back while the page is open does not set the sales back', () => {
	const known = measuredAt(0);
	const setBack: Reading = { wall: noonMs - 2 * hourMs + 60_000, steady: 60_000 };
	expect(momentOf(known, setBack)).toBe(instantOf(noonMs + 60_000));
});

test('a device that slept is believed, although its steady clock stood still', () => {
	const afterSleep: Reading = { wall: noonMs + 5 * hourMs, steady: 60_000 };
	expect(momentOf(measuredAt(0), afterSleep)).toBe(instantOf(noonMs + 5 * hourMs));
});

test('a device without any clock, in 1970, still sells', () => {
	const lost: Reading = { wall: 5000, steady: 5000 };
	const { deviceAt, offsetMs } = deviceTimeOf(measured(noon, lost, lost), lost);
	expect(deviceAt).toBe('2000-01-01T00:00:00.000Z');
	expect(millisecondsOf(deviceAt) + (offsetMs ?? 0)).toBe(noonMs);
});

test('of two measures the quicker one counts', () => {
	const quick = measured(noon, device(0, 0), device(0, 40));
	const slow = measured(instantOf(noonMs + 1000), device(0, 1000), device(0, 3000));
	expect(better(quick, slow)).toBe(quick);
	expect(better(slow, quick)).toBe(quick);
	expect(better(null, slow)).toBe(slow);
});

test('an old measure, or one that a clock set since has made wrong, gives way to a slower one', () => {
	const quick = measured(noon, device(0, 0), device(0, 40));
	const muchLater = measured(instantOf(noonMs + 11 * 60_000), device(0, 11 * 60_000), device(0, 11 * 60_000 + 500));
	expect(better(quick, muchLater)).toBe(muchLater);
	const setForward = device(hourMs, 1000);
	const afterwards = measured(instantOf(noonMs + 1000), setForward, device(hourMs, 1200));
	expect(better(quick, afterwards)).toBe(afterwards);
});
