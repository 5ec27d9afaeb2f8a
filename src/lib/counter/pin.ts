/** PINs at the counter: six digits, and a wait that grows with every wrong one and outlives a restart. */
import * as v from 'valibot';

const digits = 6;
/** What anyone would try first. */
const commonPins = ['123456', '654321', '112233', '121212', '123123', '111222', '101010', '696969'];

export type PinProblem = 'form' | 'common';

/** What is wrong with a PIN that someone chooses. */
export function pinProblem(pin: string): PinProblem | null {
	if (!/^\d+$/.test(pin) || pin.length !== digits) return 'form';
	return commonPins.includes(pin) || isRun(pin) ? 'common' : null;
}

function isRun(pin: string): boolean {
	const steps = new Set(Array.from({ length: digits - 1 }, (_, index) => Number(pin[index + 1]) - Number(pin[index])));
	return steps.size === 1 && [0, 1, -1].some((step) => steps.has(step));
}

/** Wrong PINs of one person since the last right one. */
export const triesShape = v.object({ wrong: v.number(), lastAt: v.number() });
export type Tries = v.InferOutput<typeof triesShape>;

export const noTries: Tries = { wrong: 0, lastAt: 0 };

const freeTries = 4;
const minuteMs = 60_000;
const longestWaitMs = 60 * minuteMs;

/** How long nobody may try after so many wrong PINs: nothing for four, then 1, 2, 4 … minutes, up to an hour. */
export function waitAfter(wrong: number): number {
	return wrong <= freeTries ? 0 : Math.min(longestWaitMs, minuteMs * 2 ** Math.min(wrong - freeTries - 1, 10));
}

/** How many milliseconds are left to wait. A clock that was set back makes the wait begin again, never end. */
export function waitLeft({ wrong, lastAt }: Tries, now: number): number {
	const wait = waitAfter(wrong);
	return now < lastAt ? wait : Math.max(0, lastAt + wait - now);
}

export function afterWrong({ wrong }: Tries, now: number): Tries {
	return { wrong: wrong + 1, lastAt: now };
}

/** The tries as to be kept when someone looks at the lock: after a clock was set back, counted from the time it shows. */
export function reanchored(tries: Tries, now: number): Tries {
	return now < tries.lastAt ? { ...tries, lastAt: now } : tries;
}
