/** Paying one basket in several ways: what each part comes to, what is left, and what a buyer gets back. */
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { basketOf, cashPart, type PricedLine } from '#lib/sales/cart.ts';
import type { Tender } from '#lib/sales/tender.ts';
import type { Payment } from '#lib/sales/wire-bodies.ts';

/** A part that was agreed on: by anything but cash an amount; cash takes what is left. */
export interface Part {
	readonly tender: Tender;
	readonly amount: Rupiah;
	/** What a person must be able to find again: a transfer, the receipt of goods brought back. */
	readonly reference: string | null;
}

/** What is to be paid for `lines` by `tender` alone: cash is rounded in the buyer's favour. */
export function toPay(lines: readonly PricedLine[], discount: Rupiah, tender: Tender): Rupiah {
	const { due } = basketOf(lines, discount);
	return tender === 'cash' ? cashPart(due, rupiah(0)).amount : due;
}

/** What of `due` is still to be paid after `parts`, by `tender`. */
export function leftToPay(due: Rupiah, parts: readonly Part[], tender: Tender): Rupiah {
	const paid = total(parts.map(({ amount }) => amount));
	return tender === 'cash' ? cashPart(due, paid).amount : rupiah(Math.max(due - paid, 0));
}

/** `part` cut to what is left, so that no tender but cash ever pays too much. */
export function fitted(due: Rupiah, parts: readonly Part[], part: Part): Part {
	return { ...part, amount: rupiah(Math.min(part.amount, leftToPay(due, parts, part.tender))) };
}

/**
 * The payments of a sale: the agreed parts, and the rest in cash of which `received` was handed over. Null while cash is
 * short, or while something is left and no cash was given.
 */
export function paymentsOf(due: Rupiah, parts: readonly Part[], received: Rupiah | null): Payment[] | null {
	const agreed = parts
		.filter(({ amount }) => amount > 0)
		.map(({ tender, amount, reference }) => ({ tender, amount, received: amount, reference }));
	const cash = leftToPay(due, parts, 'cash');
	if (received === null) return total(parts.map(({ amount }) => amount)) === due ? agreed : null;
	if (received < cash) return null;
	return cash === 0 ? agreed : [...agreed, { tender: 'cash', amount: cash, received, reference: null }];
}
