/** Quantities as people say them: `1,5 kg`, `¼ kg`, `10 butir`. */
import { oneUnit, quantity, quantityMax, type Quantity } from '#lib/kernel/quantity.ts';
import type { Language } from './language.ts';

const figures = {
	id: new Intl.NumberFormat('id-ID', { maximumFractionDigits: 3 }),
	en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 })
} as const satisfies Record<Language, Intl.NumberFormat>;

const signs = { id: { decimal: ',', group: '.' }, en: { decimal: '.', group: ',' } } as const;

/** The parts of a unit that have a sign of their own, in thousandths. */
const parts: Readonly<Record<string, number>> = { '¼': 250, '½': 500, '¾': 750 };
const signOf = new Map(Object.entries(parts).map(([sign, thousandths]) => [thousandths, sign]));

/** The number alone: `1,5`, `¼`, `1.200`. */
export function formatNumberOf(amount: Quantity, language: Language): string {
	const size = Math.abs(amount);
	const text = signOf.get(size) ?? figures[language].format(size / oneUnit);
	return amount < 0 ? `−${text}` : text;
}

/** A number with its unit, held together by a space that does not break: `1,5 kg`. */
export function formatQuantity(amount: Quantity, unit: string, language: Language): string {
	return `${formatNumberOf(amount, language)}\u00a0${unit}`;
}

/** A quantity as it stands in a box that is about to be edited: no groups, no signs for parts. */
export function quantityInput(amount: Quantity, language: Language): string {
	return String(amount / oneUnit).replace('.', signs[language].decimal);
}

/** Why text is no quantity: nothing there, no number, finer than a thousandth, below zero, or too many. */
export type QuantityProblem = 'empty' | 'not-a-number' | 'too-fine' | 'negative' | 'too-large';

/**
 * Reads what people type for a quantity, in thousandths: `2`, `1,5`, `1.5`, `¼`, `1/4`, `1 1/2`, `1½`, `1.200`. The group
 * sign of the language groups only where it stands before exactly three figures after a number not beginning with 0.
 */
export function parseQuantity(text: string, language: Language): Quantity | QuantityProblem {
	const bare = text.trim().replace(/\s+/g, ' ');
	if (bare === '') return 'empty';
	if (/^[-−]/.test(bare)) return 'negative';
	const thousandths = fractionOf(bare) ?? decimalOf(bare, language);
	if (typeof thousandths === 'string') return thousandths;
	return thousandths > quantityMax ? 'too-large' : quantity(thousandths);
}

function fractionOf(text: string): number | QuantityProblem | null {
	const withSign = /^(?<count>\d{0,7}) ?(?<sign>[¼½¾])$/u.exec(text)?.groups;
	if (withSign) return Number(withSign['count'] ?? 0) * oneUnit + (parts[withSign['sign'] ?? ''] ?? 0);
	const spelled = /^(?:(?<count>\d{1,7}) )?(?<above>\d{1,4}) ?\/ ?(?<below>\d{1,4})$/.exec(text)?.groups;
	if (!spelled) return null;
	const below = Number(spelled['below']);
	if (below === 0) return 'not-a-number';
	const thousandths = Number(spelled['count'] ?? 0) * oneUnit + (Number(spelled['above']) * oneUnit) / below;
	return Number.isInteger(thousandths) ? thousandths : 'too-fine';
}

function decimalOf(text: string, language: Language): number | QuantityProblem {
	const { group } = signs[language];
	const isGrouped = new RegExp(`^[1-9]\\d{0,2}(\\${group}\\d{3})+(?!\\d)`).test(text);
	const plain = (isGrouped ? text.replaceAll(group, '') : text).replace(',', '.');
	const found = /^(?<count>\d*)(?:\.(?<part>\d*))?$/.exec(plain)?.groups;
	const count = found?.['count'] ?? '';
	const part = (found?.['part'] ?? '').replace(/0+$/, '');
	if (!found || `${count}${found['part'] ?? ''}` === '') return 'not-a-number';
	if (part.length > 3) return 'too-fine';
	return Number(count) * oneUnit + Number(part.padEnd(3, '0'));
}
