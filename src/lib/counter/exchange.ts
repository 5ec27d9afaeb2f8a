/** Goods of a sale brought back, and what they pay of others that are taken instead. */
import type { Id } from '#lib/kernel/id.ts';
import type { Quantity } from '#lib/kernel/quantity.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { Refund } from '#lib/sales/refund.ts';
import type { BodyOf, ByCard, ReturnReason, SaleBody } from '#lib/sales/wire-bodies.ts';

export interface BroughtBack {
	readonly id: Id;
	readonly saleId: Id;
	/** By line of the sale, from 0; quantities in thousandths of the unit as sold, amounts by `worthOf`. */
	readonly lines: BodyOf<'return'>['lines'];
	/** By `refundOf`, or `asExchange` when other goods are taken instead. */
	readonly refund: Refund;
	readonly goods: BodyOf<'return'>['goods'];
	readonly reason: ReturnReason;
	readonly note: string;
	/** The slip by which the bank gave back what a card had paid; null where none did. */
	readonly card?: ByCard | null;
}

/** A return that is kept when the other goods are paid: until then nothing has happened. */
export interface Brought extends BroughtBack {
	/** The sale that the goods are of. */
	readonly sale: SaleBody;
	/** The other person who allowed it. */
	readonly approvedBy: Id | null;
	/** What the shelf has less of each product: negative, since goods come back to it. */
	readonly offShelf: ReadonlyMap<Id, Quantity>;
	/** The events that had changed the sale when the goods were chosen. */
	readonly before: readonly Id[];
}

/** What goods that were brought back pay of others. */
export interface Exchange {
	/** The sale that they came from; of the return itself once that is kept. */
	readonly receipt: string;
	/** What they are worth. */
	readonly amount: Rupiah;
	/** The return that is kept when the others are paid; null when it is kept. */
	readonly brought: Brought | null;
}
