/** A customer's name and number taken away; what was bought and paid stays in the books, without saying by whom. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { groupTenant, systemActor } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { noteErasure } from '#lib/erasures/note.server.ts';
import type { Eraser } from '#lib/erasures/replay.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';

/** As long as something is owed, the group must know by whom. */
export class StillOwes extends Refusal {
	readonly code = 'credit.still-owes';
	readonly owed: Rupiah;

	constructor(owed: Rupiah) {
		super(`${owed} rupiah are still owed.`);
		this.owed = owed;
	}
}

/** A second time changes nothing. Throws NotFound, StillOwes. */
export async function eraseCustomer(work: Work, partyId: Id): Promise<void> {
	const { groupId, trx, now } = work;
	const party = await trx
		.selectFrom('party')
		.leftJoin('creditAccount', (join) =>
			join.onRef('creditAccount.groupId', '=', 'party.groupId').onRef('creditAccount.partyId', '=', 'party.id')
		)
		.select(['party.erasedAt', 'creditAccount.owed'])
		.where('party.groupId', '=', groupId)
		.where('party.id', '=', partyId)
		.executeTakeFirst();
	if (party === undefined) throw new NotFound('customer');
	if (party.erasedAt !== null) return;
	if ((party.owed ?? 0) !== 0) throw new StillOwes(rupiah(party.owed ?? 0));
	await trx
		.updateTable('party')
		.set({ name: null, phone: null, erasedAt: now })
		.where('groupId', '=', groupId)
		.where('id', '=', partyId)
		.execute();
	await noteErasure(work, 'party', partyId);
	await recordAudit(work, { action: 'credit.customer-erased', subjectType: 'party', subjectId: partyId, facts: {} });
}

/** Customers again, after an old copy was put back. One who owes there is named until it is paid. */
export const customerEraser: Eraser = {
	async named(reader, tenantId, ids) {
		const rows = await reader
			.selectFrom('party')
			.select('id')
			.where('groupId', '=', tenantId)
			.where('id', 'in', ids)
			.where('erasedAt', 'is', null)
			.execute();
		return rows.map((row) => id(row.id));
	},
	erase: (db, tenantId, partyId) =>
		inWork(db, systemActor('erasure'), groupTenant(id(tenantId)), (work) => eraseCustomer(work, partyId))
};
