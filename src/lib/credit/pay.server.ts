/** Kasbon paid back, whole or part: money in, less owed. */
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import { negated, type Rupiah } from '#lib/kernel/rupiah.ts';
import { account, type AccountCode } from '#lib/ledger/chart.ts';
import { postEntry } from '#lib/ledger/post.server.ts';
import { changeOwed, type CreditStanding } from './owed.server.ts';

export interface CreditPayment {
	readonly receiptNumber: string;
	readonly partyId: Id;
	readonly tender: string;
	/** Where the money then stands. */
	readonly into: AccountCode;
	readonly amount: Rupiah;
	/** Cash handed over. */
	readonly received: Rupiah;
	readonly reference: string | null;
}

/** Posts a payment and tells how the customer stands then; an account that it begins has `limit`. */
export async function payCredit(
	work: Work,
	told: Told,
	payment: CreditPayment,
	limit: Rupiah
): Promise<CreditStanding> {
	const { groupId, seq } = work;
	const { into, ...row } = payment;
	const { partyId, amount } = payment;
	await work.insert('creditPayment', [{ groupId, seq, ...told, ...row }]);
	const source = { type: 'credit-paid', id: told.id } as const;
	const legs = [
		{ account: into, amount },
		{ account: account.owedByCustomers, amount: negated(amount), partyId }
	];
	await postEntry(work, { source, day: told.day, memo: payment.receiptNumber, legs });
	const standings = await changeOwed(work, [{ partyId, amount: negated(amount) }], limit);
	return present(standings.get(partyId), 'the account that paid');
}
