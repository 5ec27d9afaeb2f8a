/** The bars of EAN-13 and EAN-8 (GS1 General Specifications, section 5.2). */
import { assert } from '#lib/kernel/assert.ts';
import type { Bars } from './bars.ts';
import { checkDigit } from './check-digit.ts';

/** The widths of gap, bar, gap, bar of each digit with odd parity (set A); set B is read backwards. */
const widthsOf = ['3211', '2221', '2122', '1411', '1132', '1231', '1114', '1312', '1213', '3112'] as const;

/** The parity of digits two to seven says what the first is. */
const parities = [
	'AAAAAA', 'AABABB', 'AABBAB', 'AABBBA', 'ABAABB', 'ABBAAB', 'ABBBAA', 'ABABAB', 'ABABBA', 'ABBABA'
] as const; // prettier-ignore

const guard = [1, 1, 1];
const middle = [1, 1, 1, 1, 1];

/** 8 or 13 digits of which the last is the right check digit. */
export function isEan(digits: string): boolean {
	return /^(\d{8}|\d{13})$/.test(digits) && checkDigit(digits.slice(0, -1)) === Number(digits.at(-1));
}

/** The bars of a code; one that `isEan` does not pass is a Bug. */
export function eanBars(digits: string): Bars {
	assert(isEan(digits), `${digits} is no EAN`);
	const isLong = digits.length === 13;
	const parity = isLong ? (parities[Number(digits.charAt(0))] ?? '') : 'AAAA';
	const body = isLong ? digits.slice(1) : digits;
	const half = parity.length;
	const left = Array.from(body.slice(0, half)).flatMap((digit, index) => widths(digit, parity.charAt(index)));
	const right = Array.from(body.slice(half)).flatMap((digit) => widths(digit, 'A'));
	return {
		widths: [...guard, ...left, ...middle, ...right, ...guard],
		quiet: isLong ? { before: 11, after: 7 } : { before: 7, after: 7 },
		text: digits
	};
}

/** The right half has the widths of set A with bars for gaps, which is where its place in the row puts them. */
function widths(digit: string, set: string): number[] {
	const figures = Array.from(widthsOf[Number(digit)] ?? '', Number);
	return set === 'B' ? figures.reverse() : figures;
}
