/** Barcodes on goods: EAN-13 and EAN-8, whose last digit proves the others (GS1 General Specifications, section 7.9). */
import type { Brand } from '#lib/kernel/brand.ts';
import { checkDigit } from '#lib/printing/check-digit.ts';

/** 13 or 8 digits with a right check digit. */
export type Barcode = Brand<string, 'Barcode'>;

export type BarcodeProblem = 'not-digits' | 'wrong-length' | 'wrong-check-digit';

/**
 * Reads a barcode as typed or scanned. The 12 digits of an American UPC-A become the EAN-13 that they are with a 0 before
 * them.
 */
export function parseBarcode(text: string): Barcode | BarcodeProblem {
	const typed = text.replace(/[\s-]/g, '');
	if (!/^\d+$/.test(typed)) return 'not-digits';
	const digits = typed.length === 12 ? `0${typed}` : typed;
	if (digits.length !== 13 && digits.length !== 8) return 'wrong-length';
	return checkDigit(digits.slice(0, -1)) === Number(digits.at(-1)) ? (digits as Barcode) : 'wrong-check-digit';
}

export function isBarcodeProblem(parsed: Barcode | BarcodeProblem): parsed is BarcodeProblem {
	return !/^\d/.test(parsed);
}
