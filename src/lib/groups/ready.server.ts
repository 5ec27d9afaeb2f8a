/** Marking the first steps of a new group as they are done or put off. */
import type { Work } from '#lib/db/work.server.ts';
import { groupOf } from './queries.server.ts';
import type { ReadyStep, StepState } from './readiness.ts';

export async function markStep(work: Work, step: ReadyStep, state: StepState): Promise<void> {
	const { groupId } = work;
	const { readiness } = await groupOf(work.reader, groupId);
	const marked = JSON.stringify({ ...readiness, [step]: state });
	await work.trx.updateTable('kube').set({ readiness: marked }).where('groupId', '=', groupId).execute();
}
