/** One payment after another until nothing is left: what each part may be, and what comes of it. */
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { cashPart } from '#lib/sales/cart.ts';
import type { Tender } from '#lib/sales/tender.ts';
import type { ByCard, Payment } from '#lib/sales/wire-bodies.ts';
import { isAidTender } from './aid-now.ts';

/** Ways to pay that someone chooses; goods brought back pay by themselves. */
export type Way = Exclude<Tender, 'exchange'>;

/** What is paid so far, and in which order. */
export type Paid = readonly Payment[];

const cashStep = 100;

/** A part that was agreed on. */
interface Part {
	readonly tender: Tender;
	readonly amount: Rupiah;
	/** What a person must be able to find again: a transfer, the receipt of goods brought back. */
	readonly reference: string | null;
	/** How a card or a coupon pays. */
	readonly card?: ByCard;
}

/** What is still to be paid of `due`, if it is paid by `tender`: cash is rounded in the buyer's favour. */
export function leftOf(due: Rupiah, paid: Paid, tender: Tender): Rupiah {
	const before = total(paid.map(({ amount }) => amount));
	return tender === 'cash' ? cashPart(due, before).amount : rupiah(Math.max(due - before, 0));
}

/** Whether nothing is left, or only what rounding of cash forgives. */
export function isWhole(due: Rupiah, paid: Paid): boolean {
	const hasCash = paid.some(({ tender }) => tender === 'cash');
	return leftOf(due, paid, hasCash ? 'cash' : 'qris') === 0;
}

/**
 * `paid` and `amount` more by `tender`, at most what is left. Cash that is not all of the rest counts in whole Rp100. Aid stands
 * first: it pays what it may before anything else does.
 */
export function withPart(due: Rupiah, paid: Paid, part: Part): Paid {
	const left = leftOf(due, paid, part.tender);
	const wanted = Math.min(part.amount, left);
	const amount = rupiah(part.tender === 'cash' ? wanted - (wanted % cashStep) : wanted);
	if (amount === 0) return paid;
	const payment: Payment = { ...part, amount, received: amount };
	return isAidTender(part.tender) ? [payment, ...paid] : [...paid, payment];
}

/**
 * The last part: all that is left, of which `received` was handed over when it is cash. Less than Rp100 is left to nobody: it
 * is paid by no cash at all, which says that cash was rounded.
 */
export function withRest(due: Rupiah, paid: Paid, rest: Omit<Payment, 'amount'>): Paid {
	const amount = leftOf(due, paid, rest.tender);
	const isForgiven = rest.tender === 'cash' && !isWhole(due, paid);
	if (amount === 0 && !isForgiven) return paid;
	const received = rest.tender === 'cash' ? rupiah(Math.max(rest.received, amount)) : amount;
	return oneCash([...paid, { ...rest, amount, received }]);
}

/** Cash that was given twice is one payment. */
function oneCash(paid: Paid): Paid {
	const cash = paid.filter(({ tender }) => tender === 'cash');
	if (cash.length < 2) return paid;
	const together: Payment = {
		tender: 'cash',
		amount: total(cash.map(({ amount }) => amount)),
		received: total(cash.map(({ received }) => received)),
		reference: null
	};
	return [...paid.filter(({ tender }) => tender !== 'cash'), together];
}

/** What `paid` puts on credit. */
export function onCredit(paid: Paid): Rupiah {
	return total(paid.filter(({ tender }) => tender === 'kasbon').map(({ amount }) => amount));
}
