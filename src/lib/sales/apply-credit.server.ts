/** A customer pays back kasbon at the counter. */
import { payCredit } from '#lib/credit/pay.server.ts';
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import { negated, rupiah } from '#lib/kernel/rupiah.ts';
import type { Doubt } from './doubts.ts';
import { UnreadableEvent } from './refusals.ts';
import { keepSlips } from './slip-doubts.server.ts';
import { tenderAccount } from './tender.ts';
import type { Till } from './till.server.ts';
import type { BodyOf } from './wire-bodies.ts';

/** Throws UnreadableEvent for nothing, for kasbon that would pay itself, for a paper, and for aid, which pays no debts. */
export async function applyCreditPaid(
	work: Work,
	{ settings }: Till,
	told: Told,
	{ receiptNumber, partyId, payment }: BodyOf<'credit-paid'>
): Promise<Doubt[]> {
	const { tender, amount, received, reference, card } = payment;
	if (unfit.has(tender)) throw new UnreadableEvent('payment.tender');
	if (card !== undefined && card.kind !== 'slip') throw new UnreadableEvent('payment.card');
	if (amount === 0) throw new UnreadableEvent('payment.amount');
	const paid = { receiptNumber, partyId, tender, into: tenderAccount[tender], amount, received, reference };
	const { owed } = await payCredit(work, told, paid, rupiah(settings.creditLimit));
	const doubts: Doubt[] = owed < 0 ? [{ kind: 'paid-more-than-owed', facts: { over: negated(owed) } }] : [];
	if (card === undefined) return doubts;
	const { id: sourceId, day, happenedAt } = told;
	const slip = { sourceId, line: 0, saleId: null, kind: 'credit', tender, amount, day, happenedAt, card } as const;
	const subject = { type: 'event', id: sourceId } as const;
	const found = await keepSlips(work, [{ ...slip, receipt: receiptNumber, subject }]);
	return [...doubts, ...found.map(({ doubt }) => doubt)];
}

const unfit: ReadonlySet<string> = new Set(['kasbon', 'kks', 'coupon', 'exchange']);
