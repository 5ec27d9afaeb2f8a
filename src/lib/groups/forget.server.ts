/** Who was erased is no longer named in the groups that they were a member of, nor in an old copy that is put back. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Database } from '#lib/db/open.server.ts';
import { groupTenant, systemActor } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { noteErasure } from '#lib/erasures/note.server.ts';
import type { Eraser } from '#lib/erasures/replay.server.ts';
import type { Job } from '#lib/jobs/job.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { releaseFamily } from './family.server.ts';

/** A job: takes name, number and NIK of its person from every group's members; that they were members stays. Bears being run again. */
export async function forgetPerson(db: Database, { payload }: Job): Promise<void> {
	const personId = id(String(payload['personId']));
	const rows = await db.reader
		.selectFrom('member')
		.select(['groupId', 'id'])
		.where('personId', '=', personId)
		.where('name', '!=', '')
		.execute();
	for (const row of rows) await forgetMember(db, row.groupId, id(row.id));
}

/** Members again: an old copy may not yet know whose account a member was to have. */
export const memberEraser: Eraser = {
	async named(reader, groupId, ids) {
		const rows = await reader
			.selectFrom('member')
			.select('id')
			.where('groupId', '=', groupId)
			.where('id', 'in', ids)
			.where('name', '!=', '')
			.execute();
		return rows.map((row) => id(row.id));
	},
	erase: forgetMember
};

async function forgetMember(db: Database, groupId: string, memberId: Id): Promise<void> {
	await inWork(db, systemActor('erasure'), groupTenant(id(groupId)), (work) => forgetIn(work, memberId));
}

async function forgetIn(work: Work, memberId: Id): Promise<void> {
	const member = await work.trx
		.updateTable('member')
		.set({ name: '', phone: null, nikCipher: null, nikMark: null, nikLast: null })
		.where('groupId', '=', work.groupId)
		.where('id', '=', memberId)
		.where('name', '!=', '')
		.returning('id')
		.executeTakeFirst();
	if (member === undefined) return;
	await releaseFamily(work, memberId);
	await recordAudit(work, { action: 'member.erased', subjectType: 'member', subjectId: memberId, facts: {} });
	await noteErasure(work, 'member', memberId);
}
