/** Erasing a person on their request: who they were goes, what was done stays, under an id that means nobody. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { addJob } from '#lib/jobs/add.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { grantsOf } from './roles.server.ts';
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
 * that they were in. Throws NotFound, HasRoles.
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
}
