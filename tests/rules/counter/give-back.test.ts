/** Goods brought back: what can still come, what it is worth, and how the money goes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offShelf, givenBackOf, reckoned } from '#lib/counter/give-back.ts';
import { voidProblem } from '#lib/counter/void-rule.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { rupiah, total } from '#lib/kernel/rupiah.ts';
import { saleBodyOf } from '#lib/sales/sale-body.ts';
import type { Tender } from '#lib/sales/tender.ts';
import type { ReturnBody, SaleBody } from '#lib/sales/wire-bodies.ts';

const [rice, eggs] = [newId(), newId()];

function sold(tender: Tender, price = 13_500, amount = 1500): SaleBody {
	const line = (productId: Id, name: string, unit: string, of: Quantity, each: number, factor: number) => ({
		productId, unitId: newId(), name, unit, quantity: of, factor: quantity(factor), price: rupiah(each), discount: rupiah(0), note: '', reason: ''
	}); // prettier-ignore
	const lines = [
		line(rice, 'Beras', 'kg', quantity(amount), price, 1000),
		line(eggs, 'Telur', 'rak', quantity(2000), 60_000, 30_000)
	];
	const due = Math.round((price * amount) / 1000) + 120_000;
	const paid = rupiah(tender === 'cash' ? due - (due % 100) : due);
	const payments = [{ tender, amount: paid, received: paid, reference: null }];
	return saleBodyOf({
		receiptNumber: 'B-000001',
		cashierId: newId(),
		partyId: null,
		lines,
		discount: rupiah(0),
		payments,
		note: ''
	});
}

/** A return as the till would keep it. */
function kept(sale: SaleBody, earlier: readonly ReturnBody[], line: number, part: number): ReturnBody {
	const comes = reckoned(givenBackOf(sale, earlier), new Map([[line, quantity(part)]]));
	if (comes === null) throw new Error('nothing comes back');
	const { lines, refund } = comes;
	return {
		receiptNumber: 'B-000002', saleId: newId(), lines, rounding: refund.rounding, total: comes.total,
		refunds: refund.parts.map((one) => ({ ...one, received: one.amount, reference: null })),
		goods: 'shelf', reason: 'other', note: '', cashierId: newId(), approvedBy: null, shiftId: null
	}; // prettier-ignore
}

test('a part goes back to the tender that paid it, and the rest can still come', () => {
	const sale = sold('qris');
	const back = kept(sale, [], 1, 1000);
	expect(back.refunds.map(({ tender, amount }) => [tender, amount])).toEqual([['qris', 60_000]]);
	const after = givenBackOf(sale, [back]);
	expect(after.lines.map(({ left }) => left)).toEqual([1500, 1000]);
	expect(after.before).toBe(60_000);
});

test('nothing, or more than is left, is no return', () => {
	const from = givenBackOf(sold('cash'), []);
	expect(reckoned(from, new Map())).toBeNull();
	expect(reckoned(from, new Map([[0, quantity(0)]]))).toBeNull();
	expect(reckoned(from, new Map([[0, quantity(1501)]]))).toBeNull();
	expect(reckoned(from, new Map([[7, quantity(1000)]]))).toBeNull();
});

test('a tray that comes back is thirty eggs on the shelf', () => {
	const from = givenBackOf(sold('cash'), []);
	expect([...offShelf(from, new Map([[1, quantity(1000)]]))]).toEqual([[eggs, -30_000]]);
});

test('in however many parts it all comes back, what was paid is given back', () => {
	const tenders = fc.constantFrom<Tender>('cash', 'qris', 'kasbon');
	const cuts = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 0, maxLength: 4 });
	fc.assert(
		fc.property(tenders, fc.integer({ min: 1, max: 99_999 }), cuts, (tender, price, parts) => {
			const sale = sold(tender, price, 3000);
			const returns: ReturnBody[] = [];
			for (const part of [...parts, null]) {
				const left = givenBackOf(sale, returns).lines[0]?.left ?? 0;
				if (left > 0) returns.push(kept(sale, returns, 0, part ?? left));
			}
			returns.push(kept(sale, returns, 1, 2000));
			expect(total(returns.map((one) => one.total))).toBe(sale.total);
			expect(givenBackOf(sale, returns).lines.every(({ left }) => left === 0)).toBe(true);
		})
	);
});

const today = day('2026-11-22');
const open = newId();

test.each([
	['in the open shift', { shiftId: open }, open, null],
	['of a shift that is closed', { shiftId: newId() }, open, 'other-shift'],
	['of a shift, when none is open', { shiftId: open }, null, 'other-shift'],
	['of before shifts, in an open one', { shiftId: null }, open, 'other-shift'],
	['of today, without shifts', { shiftId: null }, null, null],
	['of yesterday, without shifts', { shiftId: null, day: day('2026-11-21') }, null, 'other-day'],
	['past midnight, in the same shift', { shiftId: open, day: day('2026-11-21') }, open, null],
	['that was taken back', { shiftId: open, isVoided: true }, open, 'voided'],
	['of which a part came back', { shiftId: open, isReturned: true }, open, 'returned']
] as const)('a sale %s', (_name, sale, openShiftId, problem) => {
	expect(voidProblem({ isVoided: false, isReturned: false, day: today, ...sale }, openShiftId, today)).toBe(problem);
});
