/** PINs at the counter: which may be chosen, how wrong ones are slowed, and that copied data opens nothing. */
import { expect, test } from 'vitest';
import { afterWrong, noTries, pinProblem, reanchored, waitAfter, waitLeft } from '#lib/counter/pin.ts';
import { Pins, type PinStore } from '#lib/counter/pins.ts';
import { makeTillKeys } from '#lib/counter/till-keys.ts';
import { anId } from './goods-for-tests.ts';

test.each([
	['12345', 'form'],
	['12a456', 'form'],
	['1234567', 'form'],
	['111111', 'common'],
	['123456', 'common'],
	['987654', 'common'],
	['121212', 'common'],
	['480153', null]
])('the PIN %s: %s', (pin, problem) => {
	expect(pinProblem(pin)).toBe(problem);
});

const minute = 60_000;

test('four wrong ones cost nothing, then the wait doubles up to an hour', () => {
	expect([1, 4, 5, 6, 7, 10, 11, 50].map(waitAfter)).toEqual([0, 0, 1, 2, 4, 32, 60, 60].map((each) => each * minute));
});

test('a clock that is set back makes the wait begin again, and end', () => {
	const tries = { wrong: 6, lastAt: 100 * minute };
	expect(waitLeft(tries, 101 * minute)).toBe(minute);
	expect(waitLeft(tries, 102 * minute)).toBe(0);
	expect(waitLeft(tries, 10 * minute)).toBe(2 * minute);
	expect(waitLeft(reanchored(tries, 10 * minute), 11 * minute)).toBe(minute);
	expect(waitLeft(reanchored(tries, 10 * minute), 12 * minute)).toBe(0);
	expect(reanchored(tries, 101 * minute)).toBe(tries);
});

/** What a browser keeps by name. */
class Store implements PinStore {
	readonly kept = new Map<string, unknown>();

	async remember(key: string, value: unknown): Promise<void> {
		this.kept.set(key, value);
	}

	async recall(key: string): Promise<unknown> {
		return this.kept.get(key);
	}
}

const [tillId, sari, joko] = [anId(), anId(), anId()];

async function somePins() {
	const store = new Store();
	const clock = { now: 1_000_000 };
	const { pin: key } = await makeTillKeys();
	return { store, clock, key, pins: new Pins(store, tillId, key, () => clock.now) };
}

test('the right PIN opens, a wrong one does not, and nobody else is slowed', async () => {
	const { pins } = await somePins();
	expect(await pins.check(sari, '480153')).toEqual({ kind: 'none-set' });
	await pins.set(sari, '480153');
	await pins.set(joko, '271828');
	expect(await pins.isSet(sari)).toBe(true);
	expect(await pins.check(sari, '480154')).toEqual({ kind: 'wrong', waitMs: 0 });
	expect(await pins.check(sari, '271828')).toEqual({ kind: 'wrong', waitMs: 0 });
	expect(await pins.check(joko, '271828')).toEqual({ kind: 'right' });
	expect(await pins.check(sari, '480153')).toEqual({ kind: 'right' });
});

test('after five wrong ones even the right PIN must wait, also after a restart and when the clock is set back', async () => {
	const { pins, store, clock, key } = await somePins();
	await pins.set(sari, '480153');
	for (let wrong = 0; wrong < 5; wrong += 1) await pins.check(sari, '480150');
	expect(await pins.check(sari, '480153')).toEqual({ kind: 'wait', waitMs: minute });
	clock.now -= 500_000;
	const restarted = new Pins(store, tillId, key, () => clock.now);
	expect(await restarted.check(sari, '480153')).toEqual({ kind: 'wait', waitMs: minute });
	clock.now += minute;
	expect(await restarted.check(sari, '480153')).toEqual({ kind: 'right' });
	expect(await restarted.waitOf(sari)).toBe(0);
});

test('what is kept is worth nothing under another key', async () => {
	const { pins, store } = await somePins();
	await pins.set(sari, '480153');
	const { pin: other } = await makeTillKeys();
	expect(await new Pins(store, tillId, other).check(sari, '480153')).toMatchObject({ kind: 'wrong' });
	expect(JSON.stringify([...store.kept])).not.toContain('480153');
});

test('a try is counted before it is checked', () => {
	expect(afterWrong(noTries, 7)).toEqual({ wrong: 1, lastAt: 7 });
});
