/** Going on from one of the first steps, done or put off. */
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import type { Work } from '#lib/db/work.server.ts';
import { markStep } from '#lib/groups/ready.server.ts';
import { groupOf } from '#lib/groups/queries.server.ts';
import type { ReadyStep } from '#lib/groups/readiness.ts';
import type { Unanswered } from '#lib/web/answer.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { pathAfter } from './steps.ts';

/** Marks a step as put off, unless it was done before. */
export async function skipStep(work: Work, step: ReadyStep): Promise<void> {
	const { readiness } = await groupOf(work.reader, work.groupId);
	if (readiness[step] !== 'done') await markStep(work, step, 'skipped');
}

/** Goes on from `step` once it is `done`; gives back what was not done. */
export function onwardFrom(
	event: RequestEvent<{ kube: string }>,
	step: ReadyStep,
	done: unknown
): ActionFailure<Unanswered> {
	return onward(done, () => pathAfter(`/kelola/${event.params.kube}`, step));
}
