/** How much of a credit is paid back at once: all of it, or the amounts that people bring. */
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { parseRupiah } from '#lib/look/money.ts';

const usual = [10_000, 20_000, 50_000, 100_000];
const shownMax = 4;

/** Amounts to tap: all that is owed first, then the notes below it, the largest first. */
export function instalments(owed: Rupiah): Rupiah[] {
	const notes = usual.filter((note) => note < owed).reverse();
	return [owed, ...notes.map(rupiah)].slice(0, shownMax);
}

/** What was typed, when so much can be paid back. */
export function readInstalment(typed: string, owed: Rupiah): Rupiah | 'none' | 'too-much' {
	const amount = parseRupiah(typed);
	if (typeof amount !== 'number' || amount === 0) return amount === 'too-large' ? 'too-much' : 'none';
	return amount > owed ? 'too-much' : amount;
}
