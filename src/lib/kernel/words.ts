/** Terbilang: an amount in Indonesian words, as a kuitansi must carry it. */
import { assert } from './assert.ts';

const small = [
	'nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'
] as const; // prettier-ignore

const scales = [
	{ size: 1_000_000_000_000, name: 'triliun' },
	{ size: 1_000_000_000, name: 'miliar' },
	{ size: 1_000_000, name: 'juta' },
	{ size: 1000, name: 'ribu' }
] as const;

/** `amount` (a whole number from 0 to 999 trillion) in words: 1,011,100 is "satu juta sebelas ribu seratus". */
export function terbilang(amount: number): string {
	assert(Number.isSafeInteger(amount) && amount >= 0 && amount < 1e15, `${amount} has no words`);
	return amount === 0 ? 'nol' : inScales(amount).join(' ');
}

/** The amount with its unit, as on a kuitansi: "seribu rupiah". */
export function terbilangRupiah(amount: number): string {
	return `${terbilang(amount)} rupiah`;
}

function inScales(amount: number): string[] {
	for (const { size, name } of scales) {
		if (amount < size) continue;
		const count = Math.floor(amount / size);
		const head = name === 'ribu' && count === 1 ? ['seribu'] : [...belowThousand(count), name];
		return [...head, ...inScales(amount % size)];
	}
	return belowThousand(amount);
}

function belowThousand(amount: number): string[] {
	if (amount === 0) return [];
	if (amount < 12) return [small[amount] ?? ''];
	if (amount < 20) return [small[amount - 10] ?? '', 'belas'];
	if (amount < 100) return [small[Math.floor(amount / 10)] ?? '', 'puluh', ...belowThousand(amount % 10)];
	if (amount < 200) return ['seratus', ...belowThousand(amount - 100)];
	return [small[Math.floor(amount / 100)] ?? '', 'ratus', ...belowThousand(amount % 100)];
}
