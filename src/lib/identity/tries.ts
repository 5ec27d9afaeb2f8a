/** How often one may be wrong: few times for an account, often for an address, which a whole village shares. */
import { type Instant, later, millisecondsOf } from '#lib/kernel/instant.ts';

const minute = 60_000;
const hour = 60 * minute;

export interface Limit {
	/** Failures after which the door is locked; again after as many more. */
	readonly failuresMax: number;
	/** How long the first lock lasts; each further one doubles it. */
	readonly lockMs: number;
	readonly lockMaxMs: number;
	/** Failures are forgotten when none came for so long. */
	readonly forgetMs: number;
}

export const accountLimit: Limit = { failuresMax: 5, lockMs: 5 * minute, lockMaxMs: 4 * hour, forgetMs: 24 * hour };
export const addressLimit: Limit = { failuresMax: 60, lockMs: 5 * minute, lockMaxMs: 30 * minute, forgetMs: hour };

/** What is remembered of one account or address. */
export interface Tries {
	readonly failures: number;
	readonly windowEndsAt: Instant;
	readonly lockedUntil: Instant | null;
}

/** How long the door stays shut, in whole minutes rounded up; 0 when it is open. */
export function minutesLocked(tries: Tries | null, now: Instant): number {
	const until = tries?.lockedUntil ?? null;
	if (until === null || until <= now) return 0;
	return Math.ceil((millisecondsOf(until) - millisecondsOf(now)) / minute);
}

/** What is remembered after one more failure. */
export function afterFailure(tries: Tries | null, limit: Limit, now: Instant): Tries {
	const before = tries === null || tries.windowEndsAt <= now ? 0 : tries.failures;
	const failures = before + 1;
	const locks = Math.floor(failures / limit.failuresMax);
	const isLocked = failures % limit.failuresMax === 0;
	return {
		failures,
		windowEndsAt: later(now, limit.forgetMs),
		lockedUntil: isLocked ? later(now, Math.min(limit.lockMs * 2 ** (locks - 1), limit.lockMaxMs)) : null
	};
}

/** An address as limits know it: IPv4 whole, IPv6 by its first 64 bits, which is what one household gets. */
export function addressKey(address: string): string {
	const plain = address.replace(/^::ffff:/i, '').replace(/%.*$/, '');
	if (!plain.includes(':')) return plain;
	const [head = '', tail = ''] = plain.split('::');
	const before = head.split(':').filter((part) => part !== '');
	const after = tail.split(':').filter((part) => part !== '');
	const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
	const parts = plain.includes('::') ? [...before, ...zeros, ...after] : before;
	return parts.slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '').toLowerCase()).join(':'); // prettier-ignore
}
