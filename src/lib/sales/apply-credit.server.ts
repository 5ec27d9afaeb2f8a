/** A customer pays back kasbon at the counter. */
import { payCredit } from '#lib/credit/pay.server.ts';
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import { negated, rupiah } from '#lib/kernel/rupiah.ts';
import type { Doubt } from './doubts.ts';
import { UnreadableEvent } from './refusals.ts';
import { tenderAccount } from './tender.ts';
import type { Till } from './till.server.ts';
import type { BodyOf } from './wire-bodies.ts';

/** Throws UnreadableEvent for nothing, or for kasbon that would pay itself. */
export async function applyCreditPaid(
	work: Work,
	{ settings }: Till,
	told: Told,
	{ receiptNumber, partyId, payment }: BodyOf<'credit-paid'>
): Promise<Doubt[]> {
	const { tender, amount, received, reference } = payment;
	if (tender === 'kasbon') throw new UnreadableEvent('payment.tender');
	if (amount === 0) throw new UnreadableEvent('payment.amount');
	const paid = { receiptNumber, partyId, tender, into: tenderAccount[tender], amount, received, reference };
	const { owed } = await payCredit(work, told, paid, rupiah(settings.creditLimit));
	return owed < 0 ? [{ kind: 'paid-more-than-owed', facts: { over: negated(owed) } }] : [];
}
