/** A till under which two phones wrote: nothing it sends is applied until a person decides. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { openExceptions } from './exceptions.server.ts';
import { numbersText, unlinked } from './numbers.ts';
import type { Till } from './till.server.ts';
import { tillById } from './tills.server.ts';

/** Events are held under this code when they contradict what the till sent before. */
export const chainForked = 'sales.chain-forked';
/** Events are held under this code when they come after such a one. */
export const tillFrozen = 'sales.till-frozen';

const freeze = prepared((db, p: { groupId: string; id: string; at: string }) =>
	db
		.updateTable('enrolment')
		.set({ frozenAt: p.at })
		.where('groupId', '=', p.groupId)
		.where('id', '=', p.id)
		.where('frozenAt', 'is', null)
		.returning('id')
);

/** Freezes the till at the event that shows that two wrote. A frozen one stays as it is. */
export async function freezeTill(
	work: Work,
	{ id, code }: Pick<Till, 'id' | 'code'>,
	facts: { readonly sequence: number; readonly eventId: Id }
): Promise<void> {
	const frozen = await work.run(freeze, { groupId: work.groupId, id, at: work.now });
	if (frozen.length === 0) return;
	await openExceptions(work, [
		{ subject: { type: 'till', id }, doubt: { kind: 'chain-forked', facts: { ...facts, code } } }
	]);
	await recordAudit(work, { action: 'till.frozen', subjectType: 'till', subjectId: id, facts: { ...facts, code } });
}

/**
 * A person lets the till go on: its next event begins the chain anew, and the exception is closed with what they found.
 * A till that is not frozen stays as it is. What is held is released afterwards (`releaseFrozen`). Throws NotFound.
 */
export async function unfreezeTill(
	work: Work,
	{ enrolmentId, resolution }: { readonly enrolmentId: Id; readonly resolution: string }
): Promise<void> {
	const { groupId, now } = work;
	const { code, frozenAt, numbers } = await tillById(work.reader, groupId, enrolmentId);
	if (frozenAt === null) return;
	const thawed = { frozenAt: null, numbers: numbersText(unlinked(numbers)) };
	await work.trx.updateTable('enrolment').set(thawed).where('groupId', '=', groupId).where('id', '=', enrolmentId).execute(); // prettier-ignore
	await work.trx
		.updateTable('exception')
		.set({ resolvedAt: now, resolvedBy: work.actor.personId, resolution })
		.where('groupId', '=', groupId)
		.where('subjectType', '=', 'till')
		.where('subjectId', '=', enrolmentId)
		.where('kind', '=', 'chain-forked')
		.where('resolvedAt', 'is', null)
		.execute();
	await recordAudit(work, { action: 'till.unfrozen', subjectType: 'till', subjectId: enrolmentId, facts: { code } });
}
