/** Work for later: a row written with what causes it, so that neither is there without the other. */
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Facts } from '#lib/kernel/refusal.ts';

/** Has the job `name` of `src/jobs.ts` run for the work's tenant, at `runAt` or as soon as the work is durable. */
export async function addJob(work: Work, name: string, payload: Facts, runAt: Instant = work.now): Promise<Id> {
	const id = work.newId();
	await work.insert('job', [
		{
			id,
			name,
			tenantId: work.tenant.id,
			payload: JSON.stringify(payload),
			runAt,
			tries: 0,
			lockedUntil: null,
			state: 'waiting',
			lastError: null
		}
	]);
	return id;
}
