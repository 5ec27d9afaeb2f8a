/** Writing money that comes in without a sale: kasbon paid back, and the bank's business done at the counter (R11). */
import type { Id } from '#lib/kernel/id.ts';
import type { BodyOf, Payment } from '#lib/sales/wire-bodies.ts';
import type { Buyer, Writer } from './kept.ts';
import { type Act, withReceipt } from './write.ts';

/** A customer pays back kasbon, whole or a part. */
export function writeCreditPaid(id: Id, buyer: Buyer, payment: Payment, act: Act): Writer {
	const said = { partyId: buyer.id, payment };
	return withReceipt({ id, kind: 'credit-paid', buyer, body: (receiptNumber) => ({ receiptNumber, ...said }) }, act);
}

/** What was done for a bank's customer: the principal passes through, only the fee is the group's. */
export type Served = { readonly id: Id } & Pick<
	BodyOf<'agent-service'>,
	'service' | 'principal' | 'fee' | 'feeBy' | 'reference'
>;

export function writeAgentService({ id, ...served }: Served, act: Act): Writer {
	return withReceipt({ id, kind: 'agent-service', body: (receiptNumber) => ({ receiptNumber, ...served }) }, act);
}
