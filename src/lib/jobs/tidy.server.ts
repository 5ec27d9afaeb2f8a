/** A daily job: drops the rows of jobs that are done. */
import type { Database } from '#lib/db/open.server.ts';
import { PLATFORM, systemActor } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { later } from '#lib/kernel/instant.ts';

const doneKeptMs = 30 * 86_400_000;

/** Forgets jobs done a month ago; failed ones stay until a person looks. */
export async function tidyJobs(db: Database): Promise<void> {
	await inWork(db, systemActor('tidy'), PLATFORM, ({ trx, now }) =>
		trx.deleteFrom('job').where('state', '=', 'done').where('runAt', '<', later(now, -doneKeptMs)).execute()
	);
}
