/** The chain that binds a till's events: each names the hash of the one before, so that none can be lost or changed unseen. */
import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64url } from '#lib/kernel/base64url.ts';
import type { Id } from '#lib/kernel/id.ts';

/** SHA-256 of text as UTF-8, base64url without padding: how the next event names this one. */
export function chainHash(text: string): string {
	return toBase64url(sha256(new TextEncoder().encode(text)));
}

/** What the first event of a till names. */
export function firstPrevious(enrolmentId: Id): string {
	return chainHash(enrolmentId);
}
