/** The number of a bank account as people write it. */
import type { Brand } from '#lib/kernel/brand.ts';

/** 8 to 20 digits. */
export type AccountNumber = Brand<string, 'AccountNumber'>;

/** An account number without spaces, dots and dashes, or null when it cannot be one. */
export function parseAccountNumber(text: string): AccountNumber | null {
	const digits = text.replace(/[\s.-]/g, '');
	return /^\d{8,20}$/.test(digits) ? (digits as AccountNumber) : null;
}

/** `••••4321` */
export function maskedAccount(lastDigits: string): string {
	return `••••${lastDigits}`;
}
