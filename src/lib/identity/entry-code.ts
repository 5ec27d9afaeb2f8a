/** A one-time way in: a link and an 8-digit code, handed over in person or by WhatsApp, good for a quarter of an hour. */
import { Refusal } from '#lib/kernel/refusal.ts';

/** Why someone is let in: the first time, after forgetting the password, or with a new phone number. */
export const entryPurposes = ['invitation', 'recovery', 'phone-change'] as const;
export type EntryPurpose = (typeof entryPurposes)[number];

export const entryMinutes = 15;
/** Wrong codes after which a code is dead. */
export const entryTriesMax = 5;

/** Unknown, used, too old or mistyped: all read alike. */
export class EntryWrong extends Refusal {
	readonly code = 'identity.entry-wrong';

	constructor() {
		super('This code or link is wrong, used, or older than a quarter of an hour.');
	}
}

/** Eight digits as typed, with or without a gap; null for anything else. */
export function parseEntryCode(text: string): string | null {
	const digits = text.replace(/[\s-]/g, '');
	return /^\d{8}$/.test(digits) ? digits : null;
}

/** `1234 5678`, to be read aloud. */
export function shownEntryCode(code: string): string {
	return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** The address that the link opens. */
export function entryAddress(origin: string, token: string): string {
	return `${origin}/masuk/tautan/${token}`;
}
