/** What is said of a till that cannot send, or may write no more. */
import { m } from '#texts/messages.js';
import type { Closed } from './kept.ts';
import type { SyncState } from './sync.ts';

const texts: Readonly<Record<Closed, typeof m.counter_old_copy>> = {
	'old-copy': m.counter_old_copy,
	frozen: m.counter_till_frozen,
	revoked: m.counter_till_revoked
};

export function closedText(closed: Closed): string {
	return texts[closed]();
}

/** A person must look: waiting alone mends nothing. */
export function isTroubled({ closed, sending }: SyncState): boolean {
	return closed !== null || sending === 'elsewhere' || sending === 'unknown' || sending === 'refused';
}

/** This browser has to become a till anew before it can sell or send. */
export function needsEnrolling({ closed, sending }: SyncState): boolean {
	return closed !== null || sending === 'elsewhere' || sending === 'unknown';
}
