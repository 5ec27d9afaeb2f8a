/** Erasing a person on their request: who they were goes, what was done stays, under an id that means nobody. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { agencyTenant, groupTenant, PLATFORM, systemActor, type Tenant } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { noteErasure } from '#lib/erasures/note.server.ts';
import type { Eraser } from '#lib/erasures/replay.server.ts';
import { addJob } from '#lib/jobs/add.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import type { Grant } from './permissions.ts';
import { endRole, grantsOf } from './roles.server.ts';
import { endSessionsOf } from './sessions.server.ts';

/** Someone with duties is not erased: first they hand them over. */
export class HasRoles extends Refusal {
	readonly code = 'identity.has-roles';

	constructor() {
		super('This person still has roles.');
	}
}

/**
 * Erases name, number, address and password of a person, in the platform's work; a job takes their name from the groups
 * that they were in, and a line outside the data has it done again after a restore. Throws NotFound, HasRoles.
 */
export async function erasePerson(work: Work, personId: Id): Promise<void> {
	const { trx, now } = work;
	if ((await grantsOf(work.reader, personId, now)).length > 0) throw new HasRoles();
	const erased = await trx
		.updateTable('person')
		.set({ name: '', phone: null, email: null, passwordHash: null, erasedAt: now })
		.where('id', '=', personId)
		.where('erasedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (erased === undefined) throw new NotFound('person');
	await endSessionsOf(work, personId);
	await addJob(work, 'groups.forget-person', { personId });
	await trx.deleteFrom('entryCode').where('personId', '=', personId).execute();
	await recordAudit(work, { action: 'person.erased', subjectType: 'person', subjectId: personId, facts: {} });
	await noteErasure(work, 'person', personId);
}

/** People again: in an old copy they may hold roles that they had handed over before they were erased. */
export const personEraser: Eraser = {
	async named(reader, _tenantId, ids) {
		const rows = await reader
			.selectFrom('person')
			.select('id')
			.where('id', 'in', ids)
			.where('erasedAt', 'is', null)
			.execute();
		return rows.map((row) => id(row.id));
	},
	async erase(db, _tenantId, personId) {
		const actor = systemActor('erasure');
		for (const grant of await grantsOf(db.reader, personId, db.clock()))
			await inWork(db, actor, tenantOf(grant), (work) => endRole(work, { grantId: id(grant.id) }));
		await inWork(db, actor, PLATFORM, (work) => erasePerson(work, personId));
	}
};

function tenantOf({ scope, scopeId }: Grant): Tenant {
	if (scope === 'group') return groupTenant(id(scopeId));
	return scope === 'agency' ? agencyTenant(id(scopeId)) : PLATFORM;
}
