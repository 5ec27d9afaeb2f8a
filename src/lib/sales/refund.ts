/**
 * What goods that come back are worth, and how the money goes back: the same on the till and on the server. Parts are
 * reckoned from all that came back so far, so that the parts of a line sum to the line, and refunds to what was paid.
 */
import type { Quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { mulDiv } from '#lib/kernel/whole.ts';
import { cashRounding } from './cart.ts';
import type { Tender } from './tender.ts';

/** What part of `whole` belongs to the next `part` of `quantity`, of which `before` came back earlier. */
export function partOf(whole: number, quantity: Quantity, before: Quantity, part: Quantity): number {
	return upTo(whole, quantity, before + part) - upTo(whole, quantity, before);
}

function upTo(whole: number, quantity: Quantity, part: number): number {
	return part >= quantity ? whole : mulDiv(whole, part, quantity);
}

/** A line as sold. */
export interface ReturnableLine {
	/** In thousandths of the unit as sold. */
	readonly quantity: Quantity;
	/** Its amount less its discounts. */
	readonly net: Rupiah;
	/** What of it came back before. */
	readonly before: Quantity;
}

/** What of a line can still come back. */
export function returnable({ quantity, before }: ReturnableLine): Quantity {
	return Math.max(quantity - before, 0) as Quantity;
}

/** What the next `part` of a line is worth. */
export function worthOf({ net, quantity, before }: ReturnableLine, part: Quantity): Rupiah {
	return rupiah(partOf(net, quantity, before, part));
}

/** Money by how it was paid. */
export interface TenderPart {
	readonly tender: Tender;
	readonly amount: Rupiah;
}

/** A sale as it was paid. */
export interface PaidSale {
	readonly payments: readonly TenderPart[];
	/** What cash rounding took off: zero or negative. */
	readonly rounding: Rupiah;
}

export interface Refund {
	/** None of them zero. */
	readonly parts: readonly TenderPart[];
	/** What the buyer gets more (or, negative, less) than the goods are worth, since cash is rounded. */
	readonly rounding: Rupiah;
}

/** Debts first; then the drawer's cash, which is at hand; then what must be sent back. */
const order: readonly Tender[] = ['kasbon', 'cash', 'exchange', 'qris', 'transfer', 'card', 'kks', 'coupon'];

/**
 * How goods worth `worth` are paid back, of a sale of which goods worth `before` came back earlier: to the tenders that
 * paid it, and in cash what goods brought back earlier had paid. Cash goes out in whole Rp100, rounded down, as what was
 * to be paid in cash was; so once all is back exactly the cash went out that came in.
 */
export function refundOf(sale: PaidSale, before: Rupiah, worth: Rupiah): Refund {
	const earlier = givenBack(sale, before);
	const after = givenBack(sale, rupiah(before + worth));
	const parts = order
		.map((tender) => ({ tender, amount: rupiah((after.get(tender) ?? 0) - (earlier.get(tender) ?? 0)) }))
		.filter((part) => part.amount !== 0);
	return { parts, rounding: rupiah(total(parts.map((part) => part.amount)) - worth) };
}

/**
 * The same money, of which as much as `due` pays for the goods that the buyer takes instead. What they do not need goes back to
 * the tenders that had paid, cash in whole Rp100.
 */
export function asExchange({ parts, rounding }: Refund, due: Rupiah = total(parts.map((part) => part.amount))): Refund {
	const all = total(parts.map((part) => part.amount));
	let left = Math.max(all - due, 0);
	const rest = parts.map(({ tender, amount }): TenderPart => {
		const wanted = Math.min(amount, left);
		const given = tender === 'cash' ? Math.min(amount, wholeCash(wanted)) : wanted;
		left = Math.max(left - given, 0);
		return { tender, amount: rupiah(given) };
	});
	const given = byTender(rest);
	const pays = rupiah(all - total(given.map((part) => part.amount)));
	return { parts: pays === 0 ? given : [{ tender: 'exchange', amount: pays }, ...given], rounding };
}

const cashStep = 100;

function wholeCash(amount: number): number {
	return Math.ceil(amount / cashStep) * cashStep;
}

/** One part for each tender, none of them zero. */
function byTender(parts: readonly TenderPart[]): TenderPart[] {
	return order
		.map((tender) => ({
			tender,
			amount: total(parts.filter((part) => part.tender === tender).map((part) => part.amount))
		}))
		.filter(({ amount }) => amount > 0);
}

/** All that goes back by each tender once goods worth `worth` are back. */
function givenBack({ payments, rounding }: PaidSale, worth: Rupiah): Map<Tender, number> {
	const given = new Map<Tender, number>();
	let left: number = worth;
	for (const tender of order) {
		const paid = total(payments.filter((payment) => backBy(payment.tender) === tender).map(({ amount }) => amount));
		const due = tender === 'cash' ? paid - rounding : paid;
		const part = Math.min(due, left);
		left -= part;
		given.set(tender, tender === 'cash' ? part + cashRounding(rupiah(part)) : part);
	}
	return given;
}

/** Goods that paid are gone: the buyer gets money for them. */
function backBy(tender: Tender): Tender {
	return tender === 'exchange' ? 'cash' : tender;
}

/** The tenders by which more went back than came in, as when QRIS is given back from the drawer; cash also stands for goods brought back earlier. */
export function overRefunded(payments: readonly TenderPart[], refunded: readonly TenderPart[]): Tender[] {
	const sum = (parts: readonly TenderPart[], tender: Tender) =>
		total(parts.filter((part) => part.tender === tender).map(({ amount }) => amount));
	const paid = (tender: Tender) =>
		tender === 'cash' ? wholeCash(sum(payments, 'cash') + sum(payments, 'exchange')) : sum(payments, tender);
	return order.filter((tender) => tender !== 'exchange' && sum(refunded, tender) > paid(tender));
}
