/** The jobs of the program, and its kinds of erasures: names to what they run. Rooms below know only the names. */
import { customerEraser } from '#lib/credit/erase.server.ts';
import type { Database } from '#lib/db/open.server.ts';
import type { ErasureList } from '#lib/erasures/list.server.ts';
import { listErasure } from '#lib/erasures/note.server.ts';
import type { Erasers } from '#lib/erasures/replay.server.ts';
import { forgetPerson, memberEraser } from '#lib/groups/forget.server.ts';
import { personEraser } from '#lib/identity/erase.server.ts';
import { tidyIdentity } from '#lib/identity/tidy.server.ts';
import { type JobMap, type JobRunner, runJobs, type Running, scheduleRecurring } from '#lib/jobs/run.server.ts';
import { tidyJobs } from '#lib/jobs/tidy.server.ts';
import { retryHeld } from '#lib/sales/release.server.ts';
import { tidyEvents } from '#lib/sales/tidy.server.ts';

const dayMs = 86_400_000;

/** Jobs that need the database only. */
export const jobs: JobMap = {
	'groups.forget-person': { run: forgetPerson },
	'identity.tidy': { run: tidyIdentity, everyMs: dayMs },
	'jobs.tidy': { run: tidyJobs, everyMs: dayMs },
	'sales.retry-held': { run: retryHeld, everyMs: dayMs },
	'sales.tidy': { run: tidyEvents, everyMs: dayMs }
};

/** All jobs. */
export function jobsWith(erasures: ErasureList): JobMap {
	return { ...jobs, 'erasures.list': { run: (db, job) => listErasure(db, erasures, job) } };
}

/** What is erased again after a restore, by the kind under which it was noted. */
export const erasers: Erasers = {
	member: memberEraser,
	party: customerEraser,
	person: personEraser
};

/** Begins to run jobs in this process, until the runner is stopped. */
export async function startJobs(db: Database, erasures: ErasureList, running: Running = {}): Promise<JobRunner> {
	const all = jobsWith(erasures);
	await scheduleRecurring(db, all);
	return runJobs(db, all, running);
}
