/** What about a sale differs from what the group's own lists say: for a person to look at, never in the way of the sale. */
import { assert } from '#lib/kernel/assert.ts';
import type { Facts } from '#lib/kernel/refusal.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { roundingOf } from './sale-body.ts';
import type { PlannedLine } from './sale-plan.ts';
import { parseReceiptNumber } from './till-code.ts';
import type { SaleBody } from './wire-bodies.ts';

export const doubtKinds = [
	'unknown-product', 'unknown-unit', 'other-price', 'other-factor', 'other-rounding', 'other-receipt-code', 'credit-without-buyer',
	'cashier-without-role', 'duplicate-sequence', 'other-content', 'chain-forked', 'receipts-after',
	'price-over-ceiling', 'over-sale-limit', 'discount-over-limit', 'approver-without-role', 'credit-over-limit', 'paid-more-than-owed',
	'other-refund', 'refund-by-other-tender', 'after-closing', 'second-shift-open', 'handover-unconfirmed', 'aid-fee',
	'slip-twice', 'unknown-terminal', 'card-doubled', 'deed-paid-twice', 'deed-paid-late', 'deed-goods-back', 'nothing-to-hand',
	'aid-over-eligible', 'aid-bundle', 'aid-list-differs', 'aid-regime-differs', 'aid-refund-in-cash'
] as const; // prettier-ignore
export type DoubtKind = (typeof doubtKinds)[number];

/** A kind from text that our own database wrote. */
export function doubtKind(text: string): DoubtKind {
	const found = doubtKinds.find((kind) => kind === text);
	assert(found !== undefined, `${text} is not a kind of doubt`);
	return found;
}

export interface Doubt {
	readonly kind: DoubtKind;
	readonly facts: Facts;
}

/** Doubts about one line; `listed` is the price on the group's list when it happened. */
export function lineDoubts({ line, goods }: PlannedLine, index: number, listed: Rupiah | null): Doubt[] {
	if (goods === null) return [{ kind: 'unknown-product', facts: { line: index, productId: line.productId } }];
	if (!goods.unitKnown) return [{ kind: 'unknown-unit', facts: { line: index, unitId: line.unitId } }];
	const doubts: Doubt[] = [];
	if (line.price !== listed) doubts.push({ kind: 'other-price', facts: { line: index, told: line.price, listed } });
	if (line.factor !== goods.factor)
		doubts.push({ kind: 'other-factor', facts: { line: index, told: line.factor, listed: goods.factor } });
	return doubts;
}

/** Doubts about a sale as a whole, sold on the till with `code`. */
export function saleDoubts(body: SaleBody, code: string): Doubt[] {
	const doubts: Doubt[] = [];
	if (parseReceiptNumber(body.receiptNumber)?.code !== code)
		doubts.push({ kind: 'other-receipt-code', facts: { told: body.receiptNumber, till: code } });
	const rounding = roundingOf(rupiah(body.total - body.rounding), body.payments);
	if (rounding !== body.rounding)
		doubts.push({ kind: 'other-rounding', facts: { told: body.rounding, usual: rounding } });
	if (body.partyId === null && body.payments.some((payment) => payment.tender === 'kasbon'))
		doubts.push({ kind: 'credit-without-buyer', facts: {} });
	return doubts;
}
