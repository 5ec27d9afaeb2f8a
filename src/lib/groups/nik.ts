/** NIK, the national number of a resident: six digits of a district, six of a birth date, four in order. */
import type { Brand } from '#lib/kernel/brand.ts';
import { parseDay } from '#lib/kernel/day.ts';

/** Sixteen digits that can be a NIK. Never logged, never shown whole unless asked for, and that is recorded. */
export type Nik = Brand<string, 'Nik'>;

export type NikProblem = 'not-sixteen-digits' | 'no-such-region' | 'no-such-birth-date' | 'no-such-number';

/** Codes of the provinces that NIK have been given in; new ones of Papua included. */
const provinces = new Set(
	'11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'.split(
		' '
	)
);

/** On a woman's NIK forty is added to the day. */
const womanDay = 40;

/** Reads a NIK as people type it, with spaces or dots; tells what is wrong with it otherwise. */
export function parseNik(text: string): Nik | NikProblem {
	const digits = text.replace(/[\s.-]/g, '');
	if (!/^\d{16}$/.test(digits)) return 'not-sixteen-digits';
	const [province, regency, district] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)];
	if (!provinces.has(province) || regency === '00' || district === '00') return 'no-such-region';
	if (!isBirthDate(digits.slice(6, 12))) return 'no-such-birth-date';
	return digits.endsWith('0000') ? 'no-such-number' : (digits as Nik);
}

export function isNikProblem(parsed: Nik | NikProblem): parsed is NikProblem {
	return !/^\d/.test(parsed);
}

/** Whether DDMMYY is a day of this century or the last one. */
function isBirthDate(text: string): boolean {
	const written = Number(text.slice(0, 2));
	const day = String(written > womanDay ? written - womanDay : written).padStart(2, '0');
	return ['19', '20'].some((century) => parseDay(`${century}${text.slice(4)}-${text.slice(2, 4)}-${day}`) !== null);
}

/** The four digits that a mask shows. */
export function lastOfNik(nik: Nik): string {
	return nik.slice(-4);
}

/** `••••••••••••1234` */
export function maskedNik(last: string): string {
	return `${'•'.repeat(12)}${last}`;
}

/** Why someone may read a NIK in full; what is chosen is written down with who read it. */
export const nikReasons = ['report', 'check', 'correct'] as const;
export type NikReason = (typeof nikReasons)[number];
