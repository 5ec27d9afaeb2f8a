/** Going on from one of the first steps, done or put off. */
import type { Work } from '#lib/db/work.server.ts';
import { markStep } from '#lib/groups/ready.server.ts';
import { groupOf } from '#lib/groups/queries.server.ts';
import type { ReadyStep } from '#lib/groups/readiness.ts';

/** Marks a step as put off, unless it was done before. */
export async function skipStep(work: Work, step: ReadyStep): Promise<void> {
	const { readiness } = await groupOf(work.reader, work.groupId);
	if (readiness[step] !== 'done') await markStep(work, step, 'skipped');
}
