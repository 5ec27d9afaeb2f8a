/** Writing sales and what changes them: a sale, its void, goods brought back, its receipt printed again. */
import { deedNumber } from '#lib/aid/deed.ts';
import type { Id } from '#lib/kernel/id.ts';
import { rupiah, type Rupiah, total } from '#lib/kernel/rupiah.ts';
import { saleBodyOf } from '#lib/sales/sale-body.ts';
import type { BodyOf, Payment, VoidReason } from '#lib/sales/wire-bodies.ts';
import type { Basket } from './basket.ts';
import type { BroughtBack } from './exchange.ts';
import type { Writer } from './kept.ts';
import { type Act, telling, withReceipt } from './write.ts';

/** What a sale says beside goods and money; see the wire. */
export type SaleSaid = Pick<BodyOf<'sale'>, 'aid' | 'handover'> & { readonly approvedBy?: Id | null };

/** The sale of `basket`, paid by `payments`: the amounts together are what is due, cash rounded. */
export function writeSale(
	basket: Basket,
	payments: readonly Payment[],
	act: Act,
	said: Omit<SaleSaid, 'approvedBy'> = {}
): Writer {
	const { id, lines, discount, note, buyer } = basket;
	const partyId = buyer?.id ?? null;
	return withReceipt({
		id, kind: 'sale', saleId: id, buyer,
		body: (receiptNumber) => ({
			...saleBodyOf({ receiptNumber, cashierId: act.cashier.id, partyId, lines, discount, payments: numbered(payments, receiptNumber), note }),
			...said
		})
	}, act); // prettier-ignore
}

/** A paper that stands for a swipe is numbered as the sale's receipt is. */
function numbered(payments: readonly Payment[], receiptNumber: string): Payment[] {
	const card = { kind: 'deed', number: deedNumber(receiptNumber) } as const;
	return payments.map((payment) => (payment.card?.kind === 'deed' ? { ...payment, card } : payment));
}

export interface Undone {
	readonly id: Id;
	readonly saleId: Id;
	readonly reason: VoidReason;
	readonly note: string;
}

/** The whole sale as if it had not been. */
export function writeVoid({ id, saleId, reason, note }: Undone, act: Act): Writer {
	return telling({ id, kind: 'void', saleId, body: () => ({ saleId, reason, note }) }, act);
}

/** Goods of a sale brought back, whole or part. */
export function writeReturn({ id, saleId, lines, refund, goods, reason, note, card }: BroughtBack, act: Act): Writer {
	const worth: Rupiah = total(lines.map(({ amount }) => amount));
	const refunds = refund.parts.map(({ tender, amount }) => ({
		tender,
		amount,
		received: amount,
		reference: null,
		...(tender === 'card' && card ? { card } : {})
	}));
	const sum = rupiah(worth + refund.rounding);
	const said = { saleId, lines, rounding: refund.rounding, total: sum, refunds, goods, reason, note };
	return withReceipt({ id, kind: 'return', saleId, body: (receiptNumber) => ({ receiptNumber, ...said }) }, act);
}

/** The `count`th print of a sale's receipt, from the second on (R5). */
export function writePrintedAgain(id: Id, saleId: Id, count: number, act: Act): Writer {
	return telling({ id, kind: 'receipt-printed-again', saleId, body: () => ({ saleId, count }) }, act);
}
