/** Goods brought back that pay for others: what of their worth pays, and what goes back to the buyer. */
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { asExchange, type TenderPart } from '#lib/sales/refund.ts';
import type { Brought, Exchange } from './exchange.ts';
import type { KeptEvent } from './kept.ts';
import { type Paid, withRest } from './paying.ts';

/** What becomes of the worth of goods brought back, once the others cost `due`. */
export interface Trade {
	readonly pays: Rupiah;
	/** What the others do not need, by the tenders that had paid for the goods. */
	readonly rest: readonly TenderPart[];
}

export function tradeOf({ amount, brought }: Exchange, due: Rupiah): Trade {
	if (brought === null) return { pays: rupiah(Math.min(amount, due)), rest: [] };
	const { parts } = asExchange(brought.refund, due);
	const isPaying = ({ tender }: TenderPart) => tender === 'exchange';
	return {
		pays: total(parts.filter(isPaying).map((part) => part.amount)),
		rest: parts.filter((part) => !isPaying(part))
	};
}

/** What is paid before anything else is: where cash goes back, it is rounded as any cash is. */
export function paidByExchange(exchange: Exchange, due: Rupiah): Paid {
	const { pays, rest } = tradeOf(exchange, due);
	const paid: Paid =
		pays === 0 ? [] : [{ tender: 'exchange', amount: pays, received: pays, reference: exchange.receipt }];
	return rest.length === 0 ? paid : withRest(due, paid, { tender: 'cash', received: rupiah(0), reference: null });
}

/** Whether the sale was changed by another event since its goods were chosen: they may have come back already. */
export function isOvertaken({ id, before }: Brought, ofSale: readonly Pick<KeptEvent, 'id' | 'kind'>[]): boolean {
	return ofSale.some((event) => changes.includes(event.kind) && event.id !== id && !before.includes(event.id));
}

/** The events that change what can come back of a sale. */
export function changesOf(ofSale: readonly Pick<KeptEvent, 'id' | 'kind'>[]): Id[] {
	return ofSale.filter(({ kind }) => changes.includes(kind)).map(({ id }) => id);
}

const changes: readonly KeptEvent['kind'][] = ['void', 'return'];

/** What goods brought back pay names their return. */
export function withReceipt(payments: Paid, receipt: string): Paid {
	return payments.map((payment) => (payment.tender === 'exchange' ? { ...payment, reference: receipt } : payment));
}
