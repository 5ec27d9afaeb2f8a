/** A discount as it is typed at the counter. */
import { expect, test } from 'vitest';
import { readDiscount } from '#lib/counter/discount.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';

test.each([
	['', 'rupiah', 0],
	['2.500', 'rupiah', 2500],
	['Rp27.000', 'rupiah', 27_000],
	['27.001', 'rupiah', 'too-much'],
	['seribu', 'rupiah', 'wrong'],
	['-5', 'rupiah', 'wrong'],
	['10', 'percent', 2700],
	['12,5', 'percent', 3375],
	['5 %', 'percent', 1350],
	['100', 'percent', 27_000],
	['101', 'percent', 'too-much'],
	['', 'percent', 0],
	['abc', 'percent', 'wrong']
] as const)('“%s” in %s off Rp27.000', (typed, kind, off) => {
	expect(readDiscount(typed, kind, rupiah(27_000), 'id')).toBe(off);
});
