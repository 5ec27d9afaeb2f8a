/** *Pas*, *Lebih* or *Kurang*: what was counted beside what should be there. */
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import type { Language } from '#lib/look/language.ts';
import { formatRupiah } from '#lib/look/money.ts';
import { m } from '#texts/messages.js';

export function differenceText(difference: Rupiah, language: Language): string {
	const amount = formatRupiah(rupiah(Math.abs(difference)), language);
	if (difference === 0) return m.till_shift_exact();
	return difference > 0 ? m.till_shift_over({ amount }) : m.till_shift_short({ amount });
}
