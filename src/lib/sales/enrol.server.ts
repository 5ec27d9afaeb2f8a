/** Making a browser a till of the group, with a code that is never used again, and ending that. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { nextNumber } from '#lib/db/counter.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { numbersText } from './numbers.ts';
import { tillCode } from './till-code.ts';
import { tillById } from './tills.server.ts';

export interface Enrolling {
	/** Made by the till itself. */
	readonly id: Id;
	/** What people call it: "HP Bu Sari". */
	readonly name: string;
	/** Who enrolled it. */
	readonly personId: Id;
}

/** Enrols a till and gives its code; a repeated id gives the same code. */
export async function enrolTill(work: Work, enrolling: Enrolling): Promise<{ readonly id: Id; readonly code: string }> {
	const { groupId, now } = work;
	const before = await work.trx.selectFrom('enrolment').select('code').where('groupId', '=', groupId).where('id', '=', enrolling.id).executeTakeFirst(); // prettier-ignore
	if (before !== undefined) return { id: enrolling.id, code: before.code };
	const code = tillCode(await nextNumber(work, 'till'));
	await work.insert('enrolment', [
		{ groupId, ...enrolling, code, madeAt: now, revokedAt: null, numbers: numbersText([]) }
	]);
	await recordAudit(work, { action: 'till.enrolled', subjectType: 'till', subjectId: enrolling.id, facts: { code } });
	return { id: enrolling.id, code };
}

/** From now on what the till sends is held. Revoking twice does nothing more. Throws NotFound. */
export async function revokeTill(work: Work, enrolmentId: Id): Promise<void> {
	const { revokedAt, code } = await tillById(work.reader, work.groupId, enrolmentId);
	if (revokedAt !== null) return;
	await work.trx.updateTable('enrolment').set({ revokedAt: work.now }).where('groupId', '=', work.groupId).where('id', '=', enrolmentId).execute(); // prettier-ignore
	await recordAudit(work, { action: 'till.revoked', subjectType: 'till', subjectId: enrolmentId, facts: { code } });
}
