/** Rupiah as people write them: `Rp12.500` on the screen, and whatever they type in a box. */
import { amountMax, rupiah, type Rupiah } from '#lib/kernel/rupiah.ts';
import type { Language } from './language.ts';

const whole = {
	id: new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 }),
	en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
} as const satisfies Record<Language, Intl.NumberFormat>;

const short = {
	id: new Intl.NumberFormat('id-ID', { maximumSignificantDigits: 3 }),
	en: new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 })
} as const satisfies Record<Language, Intl.NumberFormat>;

/** Steps of the short form, largest first, with what people call them. */
const steps = [
	{ size: 1_000_000_000_000, id: 'T', en: 'tn' },
	{ size: 1_000_000_000, id: 'M', en: 'bn' },
	{ size: 1_000_000, id: 'jt', en: 'm' },
	{ size: 1_000, id: 'rb', en: 'k' }
] as const;

const minus = '−';

/** `Rp12.500` (English `Rp12,500`); a negative amount as `−Rp12.500`. */
export function formatRupiah(amount: Rupiah, language: Language): string {
	return `${amount < 0 ? minus : ''}Rp${whole[language].format(Math.abs(amount))}`;
}

/** The same with `+` before a gain, for what changed. */
export function formatChange(amount: Rupiah, language: Language): string {
	return `${amount > 0 ? '+' : ''}${formatRupiah(amount, language)}`;
}

/** Three figures and a word, without `Rp`, for the axis of a chart: `1,24 jt`. Never for an amount to pay. */
export function formatShort(amount: Rupiah, language: Language): string {
	const size = Math.abs(amount);
	const step = steps.find((candidate) => size >= candidate.size);
	const sign = amount < 0 ? minus : '';
	if (step === undefined) return `${sign}${whole[language].format(size)}`;
	return `${sign}${short[language].format(size / step.size)}${language === 'id' ? ' ' : ''}${step[language]}`;
}

/** An amount as it stands in a box that is about to be edited: `12.500`, without `Rp`. */
export function rupiahInput(amount: Rupiah, language: Language): string {
	return `${amount < 0 ? '-' : ''}${whole[language].format(Math.abs(amount))}`;
}

/** Why text is no amount: nothing there, no number, parts of a rupiah, below zero, or more than anyone has. */
export type RupiahProblem = 'empty' | 'not-a-number' | 'fraction' | 'negative' | 'too-large';

const grouped = /^\d{1,3}(?<separator>[.,])\d{3}(?:\k<separator>\d{3})*$/;
const emptyCents = /(?:[.,]0{1,2}|,-)$/;

/**
 * Reads what people type for rupiah: `12500`, `12.500`, `12,500`, `Rp 12.500,00`, `Rp12.500,-`. Rupiah have no parts, so
 * a dot or comma before three figures can only group them, in either language.
 */
export function parseRupiah(text: string): Rupiah | RupiahProblem {
	const bare = text
		.trim()
		.replace(/^([-−]?)\s*rp\.?\s*/i, '$1')
		.replace(/\s+/g, '');
	if (bare === '') return 'empty';
	if (/^[-−]/.test(bare)) return 'negative';
	const figures = grouped.test(bare) ? bare : bare.replace(emptyCents, '');
	if (!/^\d+$/.test(figures) && !grouped.test(figures))
		return /^[\d.]+,\d+$|^[\d,]+\.\d+$/.test(bare) ? 'fraction' : 'not-a-number';
	const amount = Number(figures.replace(/[.,]/g, ''));
	return amount > amountMax ? 'too-large' : rupiah(amount);
}
