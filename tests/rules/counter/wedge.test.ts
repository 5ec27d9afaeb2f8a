/** A scanner that types: its codes, and where they go. */
import { expect, test } from 'vitest';
import { isCode, takesGoods } from '#lib/counter/wedge.ts';

test.each([
	['8992761002015', true],
	['2112345015002', true],
	['B-000123', true],
	['telor', false],
	['beras 5 kg', false],
	['mi 1000', false],
	['12', false]
])('%s', (typed, isOne) => {
	expect(isCode(typed)).toBe(isOne);
});

test('goods are taken while selling and paying, not while a box of another sheet is filled', () => {
	expect((['none', 'pay', 'sold', 'stock', 'find', 'discount'] as const).map(takesGoods)).toEqual([true, true, true, false, false, false]); // prettier-ignore
});
