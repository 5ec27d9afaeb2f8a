/** What is said of a till that cannot send, or may write no more. */
import { m } from '#texts/messages.js';
import { type Closed, TillClosed } from './kept.ts';
import type { SyncState } from './sync.ts';
import { CardNumberTyped } from './typed.ts';

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

/** What kept an event from being written, where that was not the browser's store. */
export function whyNotKept(error: unknown): string | null {
	if (error instanceof CardNumberTyped) return m.counter_card_number();
	return error instanceof TillClosed ? closedText(error.why) : null;
}
