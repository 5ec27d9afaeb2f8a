/** Single cells of a bank's file: amounts, days and numbers, each as banks and spreadsheets write them. */
import { type Day, parseDay } from '#lib/kernel/day.ts';
import { amountMax, type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { terminalIdForm } from './card-slip.ts';
import type { DateOrder, DecimalSign } from './settlement-mapping.ts';

export type AmountProblem = 'not-an-amount' | 'fraction' | 'too-large';

const amountForms: Readonly<Record<DecimalSign, RegExp>> = {
	comma: /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d{1,2}))?$/,
	point: /^(\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.(\d{1,2}))?$/
};

/** Whole rupiah, with their sign: `Rp 1.500.000,00`, `-150000`, `(150.000)`, `150.000-`. */
export function parseAmount(text: string, decimals: DecimalSign): Rupiah | AmountProblem {
	const { figures, isBelowZero } = unsigned(text.trim());
	const [, whole = '', fraction = ''] = amountForms[decimals].exec(figures) ?? [];
	if (whole === '') return 'not-an-amount';
	if (/[1-9]/.test(fraction)) return 'fraction';
	const amount = Number(whole.replace(/\D/g, ''));
	if (amount > amountMax) return 'too-large';
	return rupiah(isBelowZero ? -amount : amount);
}

/** The figures without currency and sign; one sign at most. */
function unsigned(text: string): { figures: string; isBelowZero: boolean } {
	const bare = text.replace(/^(?:rp|idr)\.?\s*/i, '');
	const [, inBrackets] = /^\((.*)\)$/.exec(bare) ?? [];
	if (inBrackets !== undefined) return { figures: plain(inBrackets), isBelowZero: true };
	if (bare.startsWith('-')) return { figures: plain(bare.slice(1)), isBelowZero: true };
	if (bare.endsWith('-')) return { figures: plain(bare.slice(0, -1)), isBelowZero: true };
	return { figures: plain(bare.replace(/^\+/, '')), isBelowZero: false };
}

function plain(text: string): string {
	return text.trim().replace(/^(?:rp|idr)\.?\s*/i, '');
}

const months = [
	['jan'], ['feb', 'peb'], ['mar'], ['apr'], ['mei', 'may'], ['jun'], ['jul'], ['agu', 'ags', 'agt', 'aug'], ['sep'],
	['okt', 'oct'], ['nov', 'nop'], ['des', 'dec']
]; // prettier-ignore

/** The day in a cell, in which an hour may follow; null where there is none. */
export function parseFileDay(text: string, order: DateOrder): Day | null {
	const parts = partsOf(text.trim(), order);
	if (parts === null) return null;
	const [first, second, third] = parts;
	const [year, month, date] =
		order === 'ymd' ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second];
	const fullYear = year.length === 2 ? `20${year}` : year;
	return parseDay(`${fullYear}-${monthFigures(month)}-${date.padStart(2, '0')}`);
}

/** The hour in a cell of a day, as `HH:MM`; null where it says none. */
export function parseFileTime(text: string): string | null {
	const [, hour = '', minute] =
		/[ T,](\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:Z|WIB|WITA|WIT)?$/i.exec(text.trim()) ?? [];
	if (minute === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
	return `${hour.padStart(2, '0')}:${minute}`;
}

/** Three parts as they are written: with signs between them, or six or eight figures in one piece. */
function partsOf(text: string, order: DateOrder): readonly [string, string, string] | null {
	const [, one, two, three] =
		/^(\d{1,4})[/\-. ]([a-z]{3,9}|\d{1,2})[/\-. ](\d{4}|\d{1,2})(?:[ T,].*)?$/i.exec(text) ??
		oneForm(order).exec(text) ??
		[];
	return one === undefined || two === undefined || three === undefined ? null : [one, two, three];
}

function oneForm(order: DateOrder): RegExp {
	return order === 'ymd' ? /^(\d{4}|\d{2})(\d{2})(\d{2})(?:[ T].*)?$/ : /^(\d{2})(\d{2})(\d{4}|\d{2})(?:[ T].*)?$/;
}

function monthFigures(text: string): string {
	const named = months.findIndex((names) => names.includes(text.slice(0, 3).toLowerCase()));
	return named < 0 ? text.padStart(2, '0') : String(named + 1).padStart(2, '0');
}

/** A trace or approval number of six signs; spreadsheets drop noughts in front. Null for an empty cell, undefined for what is none. */
export function parseNumber(text: string): string | null | undefined {
	return ofLength(text, 6);
}

/** A retrieval reference number of twelve signs, in the same way. */
export function parseRrn(text: string): string | null | undefined {
	return ofLength(text, 12);
}

function ofLength(text: string, length: number): string | null | undefined {
	const signs = text.trim().replace(/^'/, '').toUpperCase();
	if (signs === '' || signs === '-') return null;
	if (/^\d+$/.test(signs)) {
		const figures = signs.replace(/^0+/, '').padStart(length, '0');
		return figures.length === length ? figures : undefined;
	}
	return /^[0-9A-Z]+$/.test(signs) && signs.length === length ? signs : undefined;
}

/** Which of the group's terminal ids a cell names, noughts in front or not; null for none or more than one. */
export function terminalIn<Terminal extends { readonly tid: string }>(
	text: string,
	known: readonly Terminal[]
): Terminal | null {
	const tid = text.trim().replace(/^'/, '').toUpperCase();
	const exact = known.find((terminal) => terminal.tid === tid);
	if (exact !== undefined) return exact;
	const [only, ...others] = known.filter((terminal) => withoutNoughts(terminal.tid) === withoutNoughts(tid));
	return only !== undefined && others.length === 0 && terminalIdForm.test(only.tid) ? only : null;
}

function withoutNoughts(text: string): string {
	return text.replace(/^0+/, '');
}
