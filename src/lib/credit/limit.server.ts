/** How much a customer may owe at most, set by an officer. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';

/** Throws NotFound for a customer without an account. */
export async function setCreditLimit(
	work: Work,
	{ partyId, limit }: { readonly partyId: Id; readonly limit: Rupiah }
): Promise<void> {
	const { groupId, seq, trx } = work;
	const before = await trx
		.selectFrom('creditAccount')
		.select('limitAmount')
		.where('groupId', '=', groupId)
		.where('partyId', '=', partyId)
		.executeTakeFirst();
	if (before === undefined) throw new NotFound('customer');
	await trx
		.updateTable('creditAccount')
		.set({ limitAmount: limit, seq })
		.where('groupId', '=', groupId)
		.where('partyId', '=', partyId)
		.execute();
	const facts = { from: before.limitAmount, to: limit };
	await recordAudit(work, { action: 'credit.limit-changed', subjectType: 'party', subjectId: partyId, facts });
}
