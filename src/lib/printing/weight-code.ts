/**
 * Codes that a scale prints on what it weighed: which goods, and how much. Shops set them up differently, so the pattern is
 * data: `21IIIIIWWWWWC` reads 2112345015002 as goods 12345, 1,500 kg (GS1 General Specifications, section 2.1.11: 20 to 29 are the shop's own).
 */
import type { Brand } from '#lib/kernel/brand.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { isEan } from './ean.ts';

/** 13 signs: digits that stand in the code, `I` for the goods' number, `W` for grams, and `C` for the check digit. */
export type WeightPattern = Brand<string, 'WeightPattern'>;

const form = /^2\d(?=.*I)(?=.*W)[\dIW]{10}C$/;

/** A pattern as someone set it up, or null when no code could fit it. */
export function parseWeightPattern(text: string): WeightPattern | null {
	const pattern = text.trim().toUpperCase();
	const isWhole = /^[^IW]*(I+[^IW]*W+|W+[^IW]*I+)[^IW]*$/.test(pattern);
	return form.test(pattern) && isWhole ? (pattern as WeightPattern) : null;
}

export interface Weighed {
	/** The group's own number of the goods. */
	readonly item: number;
	/** In thousandths of a kilogram: grams. */
	readonly weight: Quantity;
}

/** What a code says by `pattern`; null when it is another code, was read wrong, or weighs nothing. */
export function readWeighed(code: string, pattern: WeightPattern): Weighed | null {
	if (code.length !== pattern.length || !isEan(code)) return null;
	const signs = Array.from(pattern);
	const fits = signs.every((sign, index) => !/\d/.test(sign) || sign === code.charAt(index));
	const figures = (sign: string): number =>
		Number(signs.map((each, index) => (each === sign ? code.charAt(index) : '')).join(''));
	const grams = figures('W');
	return fits && grams > 0 ? { item: figures('I'), weight: quantity(grams) } : null;
}
