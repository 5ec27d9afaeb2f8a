/** A till's code and the numbers of its receipts. */

const letters = 26;

/** The code of the group's nth till: A … Z, AA, AB … */
export function tillCode(nth: number): string {
	const rest = Math.floor((nth - 1) / letters);
	const last = String.fromCharCode(65 + ((nth - 1) % letters));
	return rest === 0 ? last : `${tillCode(rest)}${last}`;
}

const digits = 6;

/** A receipt's number as printed: `B-000123`. */
export function receiptNumber(code: string, nth: number): string {
	return `${code}-${String(nth).padStart(digits, '0')}`;
}

export const receiptNumberForm = /^([A-Z]{1,4})-(\d{6,9})$/;

/** The code and count of a receipt's number, or null when it is none. */
export function parseReceiptNumber(text: string): { readonly code: string; readonly nth: number } | null {
	const parts = receiptNumberForm.exec(text);
	const [, code, nth] = parts ?? [];
	return code === undefined || nth === undefined ? null : { code, nth: Number(nth) };
}
