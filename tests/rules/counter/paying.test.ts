/** Paying one basket in several ways: what is left, and that the parts come to what the server reckons. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWhole, leftOf, onCredit, type Paid, withPart, withRest } from '#lib/counter/paying.ts';
import { rupiah, total } from '#lib/kernel/rupiah.ts';
import { roundingOf } from '#lib/sales/sale-body.ts';
import { type Tender, tenders } from '#lib/sales/tender.ts';

const part = (tender: Tender, amount: number) => ({ tender, amount: rupiah(amount), reference: null });
const rest = (tender: Tender, received = 0) => ({ tender, received: rupiah(received), reference: null });
const read = (paid: Paid) => paid.map(({ tender, amount, received }) => `${tender} ${amount} of ${received}`);
const due = rupiah(87_550);

test('twenty thousand in cash, the rest by QRIS', () => {
	const first = withPart(due, [], part('cash', 20_000));
	expect([leftOf(due, first, 'qris'), leftOf(due, first, 'cash')]).toEqual([67_550, 67_500]);
	expect(read(withRest(due, first, rest('qris')))).toEqual(['cash 20000 of 20000', 'qris 67550 of 67550']);
});

test('by transfer first, then cash with change', () => {
	const first = withPart(due, [], part('transfer', 50_000));
	expect(read(withRest(due, first, rest('cash', 50_000)))).toEqual(['transfer 50000 of 50000', 'cash 37500 of 50000']);
});

test('cash that is given twice is one payment', () => {
	const first = withPart(due, [], part('cash', 50_000));
	expect(read(withRest(due, first, rest('cash', 40_000)))).toEqual(['cash 87500 of 90000']);
});

test('a part is never more than what is left, and nothing is no part', () => {
	expect(read(withPart(due, [], part('kasbon', 100_000)))).toEqual(['kasbon 87550 of 87550']);
	expect(withPart(due, [], part('cash', 99))).toEqual([]);
	expect(onCredit(withPart(due, [], part('kasbon', 100_000)))).toBe(87_550);
});

test('less than a coin is left to nobody', () => {
	const first = withPart(due, [], part('transfer', 87_500));
	expect(read(withRest(due, first, rest('cash')))).toEqual(['transfer 87500 of 87500', 'cash 0 of 0']);
	expect(read(withRest(rupiah(0), [], rest('cash')))).toEqual([]);
});

test('what rounding of cash forgives is not left', () => {
	expect(isWhole(rupiah(50), withPart(rupiah(50), [], part('cash', 50)))).toBe(false);
	expect(isWhole(due, withPart(due, [], part('cash', 87_550)))).toBe(true);
	expect(isWhole(due, withPart(due, [], part('qris', 87_500)))).toBe(false);
});

test('whatever the parts, they come to what is due, rounded as the server rounds', () => {
	const amounts = fc.integer({ min: 0, max: 300_000 }).map(rupiah);
	const parts = fc.array(fc.record({ tender: fc.constantFrom(...tenders), amount: amounts, reference: fc.constant(null) }), { maxLength: 4 }); // prettier-ignore
	fc.assert(
		fc.property(amounts, parts, fc.constantFrom(...tenders), amounts, (sum, some, last, received) => {
			const paid = withRest(sum, some.reduce<Paid>((before, each) => withPart(sum, before, each), []), { tender: last, received, reference: null }); // prettier-ignore
			expect(total(paid.map(({ amount }) => amount))).toBe(sum + roundingOf(sum, paid));
			expect(paid.every((each) => (each.amount > 0 || each.tender === 'cash') && each.received >= each.amount)).toBe(
				true
			);
			expect(isWhole(sum, paid)).toBe(true);
		})
	);
});
