/** E-mail addresses, which some officials sign in with; nothing is ever sent to them. */
import type { Brand } from '#lib/kernel/brand.ts';

export type Email = Brand<string, 'Email'>;

const emailMax = 254;

/** An address as typed, in lower case, or null when it is none. */
export function parseEmail(text: string): Email | null {
	const email = text.trim().toLowerCase();
	if (email.length > emailMax || !/^[^\s@"<>()]+@[^\s@"<>().]+(\.[^\s@"<>().]+)+$/.test(email)) return null;
	return email as Email;
}
