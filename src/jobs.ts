/** The jobs of the program: names to what they run. Rooms below know only the names. */
import type { Database } from '#lib/db/open.server.ts';
import { forgetPerson } from '#lib/groups/forget.server.ts';
import { tidyIdentity } from '#lib/identity/tidy.server.ts';
import { type JobMap, type JobRunner, runJobs, type Running, scheduleRecurring } from '#lib/jobs/run.server.ts';
import { tidyJobs } from '#lib/jobs/tidy.server.ts';
import { retryHeld } from '#lib/sales/release.server.ts';
import { tidyEvents } from '#lib/sales/tidy.server.ts';

const dayMs = 86_400_000;

export const jobs: JobMap = {
	'groups.forget-person': { run: forgetPerson },
	'identity.tidy': { run: tidyIdentity, everyMs: dayMs },
	'jobs.tidy': { run: tidyJobs, everyMs: dayMs },
	'sales.retry-held': { run: retryHeld, everyMs: dayMs },
	'sales.tidy': { run: tidyEvents, everyMs: dayMs }
};

/** Begins to run jobs in this process, until the runner is stopped. */
export async function startJobs(db: Database, running: Running = {}): Promise<JobRunner> {
	await scheduleRecurring(db, jobs);
	return runJobs(db, jobs, running);
}
