/** What goes off, as people say it: so many rupiah, or so many percent. */
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { mulDiv } from '#lib/kernel/whole.ts';
import type { Language } from '#lib/look/language.ts';
import { parseRupiah } from '#lib/look/money.ts';
import { parseQuantity } from '#lib/look/quantity-text.ts';

export type DiscountIn = 'rupiah' | 'percent';

export type DiscountProblem = 'wrong' | 'too-much';

/** Thousandths of a percent in the whole. */
const whole = 100_000;

/** What `typed` takes off an amount of `of`; nothing typed is nothing off. */
export function readDiscount(
	typed: string,
	kind: DiscountIn,
	of: Rupiah,
	language: Language
): Rupiah | DiscountProblem {
	if (typed.trim() === '') return rupiah(0);
	const off = kind === 'percent' ? percentOf(typed, of, language) : parseRupiah(typed);
	if (typeof off !== 'number') return off === 'too-large' || off === 'too-much' ? 'too-much' : 'wrong';
	return off > of ? 'too-much' : off;
}

function percentOf(typed: string, of: Rupiah, language: Language): Rupiah | DiscountProblem {
	const percent = parseQuantity(typed.replace(/%\s*$/, ''), language);
	if (typeof percent !== 'number') return percent === 'too-large' ? 'too-much' : 'wrong';
	return percent > whole ? 'too-much' : rupiah(mulDiv(of, percent, whole));
}
