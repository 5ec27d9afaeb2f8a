/** What people sign in with: their phone number or their e-mail address. */
import { type Email, parseEmail } from './email.ts';
import { parsePhone, type Phone } from './phone.ts';

export type Login = { readonly phone: Phone } | { readonly email: Email };

/** What was typed in the one field, or null when it is neither. */
export function parseLogin(text: string): Login | null {
	const phone = parsePhone(text);
	if (phone !== null) return { phone };
	const email = parseEmail(text);
	return email === null ? null : { email };
}

/** One text for one account, however its number was typed; unknown text stands for itself. */
export function loginKey(text: string): string {
	const login = parseLogin(text);
	if (login === null) return text.trim().toLowerCase();
	return 'phone' in login ? login.phone : login.email;
}
