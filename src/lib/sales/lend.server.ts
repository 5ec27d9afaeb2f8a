/** Kasbon of sales: what customers owe grows in the same work, and whoever passes their limit is looked at. */
import { changeOwed } from '#lib/credit/owed.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import type { AppliedSale } from './applied-sale.server.ts';
import type { Doubt } from './doubts.ts';
import type { Subject } from './exceptions.server.ts';
import type { Till } from './till.server.ts';

interface Loan {
	readonly saleId: Id;
	readonly partyId: Id;
	readonly amount: Rupiah;
}

/** One statement for a batch, none where nobody bought on credit. */
export async function lend(
	work: Work,
	till: Till,
	sales: readonly AppliedSale[]
): Promise<{ readonly subject: Subject; readonly doubt: Doubt }[]> {
	const loans = sales.flatMap(loanOf);
	if (loans.length === 0) return [];
	const standings = await changeOwed(work, loans, rupiah(till.settings.creditLimit));
	return loans.flatMap(({ saleId, partyId, amount }, index) => {
		const { owed = 0, limit = 0 } = standings.get(partyId) ?? {};
		const after = owed - total(loans.slice(index + 1).filter((loan) => loan.partyId === partyId).map((loan) => loan.amount)); // prettier-ignore
		if (amount === 0 || after <= limit) return [];
		return [
			{
				subject: { type: 'sale' as const, id: saleId },
				doubt: { kind: 'credit-over-limit' as const, facts: { owed: after, limit } }
			}
		];
	});
}

function loanOf({ event: { id, body } }: AppliedSale): Loan[] {
	const { partyId, payments } = body;
	const onCredit = payments.filter((payment) => payment.tender === 'kasbon');
	if (partyId === null || onCredit.length === 0) return [];
	return [{ saleId: id, partyId, amount: total(onCredit.map((payment) => payment.amount)) }];
}
