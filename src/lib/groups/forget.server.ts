/** A job: who was erased is no longer named in the groups that they were a member of. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Database } from '#lib/db/open.server.ts';
import { groupTenant, systemActor } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import type { Job } from '#lib/jobs/job.ts';
import { type Id, id } from '#lib/kernel/id.ts';

/** Takes name, number and NIK of the job's person from every group's members; that they were members stays. Bears being run again. */
export async function forgetPerson(db: Database, { payload }: Job): Promise<void> {
	const personId = id(String(payload['personId']));
	const rows = await db.reader
		.selectFrom('member')
		.select('groupId')
		.distinct()
		.where('personId', '=', personId)
		.where('name', '!=', '')
		.execute();
	for (const { groupId } of rows)
		await inWork(db, systemActor('erasure'), groupTenant(id(groupId)), (work) => forgetIn(work, personId));
}

async function forgetIn(work: Work, personId: Id): Promise<void> {
	const members = await work.trx
		.updateTable('member')
		.set({ name: '', phone: null, nikCipher: null, nikMark: null, nikLast: null })
		.where('groupId', '=', work.groupId)
		.where('personId', '=', personId)
		.returning('id')
		.execute();
	for (const { id: subjectId } of members)
		await recordAudit(work, { action: 'member.erased', subjectType: 'member', subjectId, facts: {} });
}
