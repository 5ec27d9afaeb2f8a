/** Terbilang: the amount in words that a kuitansi must carry. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bug } from '#lib/kernel/assert.ts';
import { terbilang, terbilangRupiah } from '#lib/kernel/words.ts';

test.each([
	[0, 'nol'],
	[1, 'satu'],
	[10, 'sepuluh'],
	[11, 'sebelas'],
	[12, 'dua belas'],
	[19, 'sembilan belas'],
	[20, 'dua puluh'],
	[21, 'dua puluh satu'],
	[100, 'seratus'],
	[101, 'seratus satu'],
	[111, 'seratus sebelas'],
	[199, 'seratus sembilan puluh sembilan'],
	[200, 'dua ratus'],
	[999, 'sembilan ratus sembilan puluh sembilan'],
	[1000, 'seribu'],
	[1001, 'seribu satu'],
	[1100, 'seribu seratus'],
	[2000, 'dua ribu'],
	[11_000, 'sebelas ribu'],
	[100_000, 'seratus ribu'],
	[101_000, 'seratus satu ribu'],
	[121_000, 'seratus dua puluh satu ribu'],
	[1_000_000, 'satu juta'],
	[1_001_000, 'satu juta seribu'],
	[1_011_100, 'satu juta sebelas ribu seratus'],
	[25_000_000, 'dua puluh lima juta'],
	[1_000_000_000, 'satu miliar'],
	[1_000_000_000_000, 'satu triliun'],
	[
		999_999_999_999_999,
		`${nineHundred()} triliun ${nineHundred()} miliar ${nineHundred()} juta ${nineHundred()} ribu ${nineHundred()}`
	]
])('%d is %s', (amount, words) => {
	expect(terbilang(amount)).toBe(words);
});

function nineHundred(): string {
	return 'sembilan ratus sembilan puluh sembilan';
}

test('a kuitansi says the unit', () => {
	expect(terbilangRupiah(87_500)).toBe('delapan puluh tujuh ribu lima ratus rupiah');
});

test('the words mean the number: read back by another reader they give it again', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (amount) => {
			expect(readBack(terbilang(amount))).toBe(amount);
		})
	);
});

/** An independent reader of Indonesian number words. */
function readBack(words: string): number {
	const ones = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
	const scales = new Map([['ribu', 1e3], ['juta', 1e6], ['miliar', 1e9], ['triliun', 1e12]]); // prettier-ignore
	let all = 0;
	let group = 0;
	let last = 0;
	const tokens = words.replace(/\bse(puluh|belas|ratus|ribu)/g, 'satu $1').split(' ');
	for (const token of tokens) {
		const scale = scales.get(token);
		if (token === 'puluh') [group, last] = [group + last * 10, 0];
		else if (token === 'belas') [group, last] = [group + 10 + last, 0];
		else if (token === 'ratus') [group, last] = [group + last * 100, 0];
		else if (scale === undefined) last = ones.indexOf(token);
		else [all, group, last] = [all + (group + last) * scale, 0, 0];
	}
	return all + group + last;
}

test.each([-1, 0.5, 1e15, Number.NaN])('%d has no words', (amount) => {
	expect(() => terbilang(amount)).toThrow(Bug);
});
