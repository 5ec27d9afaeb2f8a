/** What a password must be: long enough, and not one that everybody tries first. No other rule helps. */
import { Refusal } from '#lib/kernel/refusal.ts';
import { commonPasswords } from './common-passwords.ts';

export const passwordMin = 8;
/** In bytes of UTF-8: far above what people type, and a bound on what is hashed. */
export const passwordMaxBytes = 200;

export class PasswordTooShort extends Refusal {
	readonly code = 'identity.password-too-short';
	readonly least = passwordMin;

	constructor() {
		super(`A password has at least ${passwordMin} characters.`);
	}
}

export class PasswordTooLong extends Refusal {
	readonly code = 'identity.password-too-long';

	constructor() {
		super(`A password has at most ${passwordMaxBytes} bytes.`);
	}
}

export class PasswordTooCommon extends Refusal {
	readonly code = 'identity.password-too-common';

	constructor() {
		super('This password is one of those that are tried first.');
	}
}

/** Passes a password that may be used by someone with these own words (name, phone, e-mail). */
export function checkPassword(password: string, own: readonly string[] = []): void {
	if (Array.from(password).length < passwordMin) throw new PasswordTooShort();
	if (new TextEncoder().encode(password).length > passwordMaxBytes) throw new PasswordTooLong();
	if (isCommon(password, own)) throw new PasswordTooCommon();
}

function isCommon(password: string, own: readonly string[]): boolean {
	const plain = password.toLowerCase();
	if (new Set(plain).size <= 2 || isRun(plain)) return true;
	if (commonPasswords.has(plain)) return true;
	const letters = plain.replace(/[^a-z]/g, '');
	const digits = plain.replace(/\D/g, '');
	return own.some((word) => {
		const about = word.toLowerCase();
		const number = about.replace(/\D/g, '').replace(/^62/, '');
		if (number.length >= 8) return digits.endsWith(number) && letters.length < 4;
		return plain === about || plain === about.replace(/[^a-z]/g, '');
	});
}

/** `12345678`, `87654321`, `abcdefgh`. */
function isRun(text: string): boolean {
	const steps = new Set<number>();
	for (let index = 1; index < text.length; index++) steps.add(text.charCodeAt(index) - text.charCodeAt(index - 1));
	return steps.size === 1 && [...steps].every((step) => Math.abs(step) === 1);
}
