/** The treasurer confirms cash that was handed over: the question about it is answered. */
import { confirmMove } from '#lib/drawer/move-cash.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';

/** Throws NotFound when there is no such move, or it was confirmed before. */
export async function confirmHandover(work: Work, moveId: Id): Promise<void> {
	await confirmMove(work, moveId);
	await work.trx
		.updateTable('exception')
		.set({ resolvedAt: work.now, resolvedBy: work.actor.personId, resolution: '' })
		.where('groupId', '=', work.groupId)
		.where('subjectId', '=', moveId)
		.where('kind', '=', 'handover-unconfirmed')
		.where('resolvedAt', 'is', null)
		.execute();
}
