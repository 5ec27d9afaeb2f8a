/** Runs what waits: claims jobs that are due, runs them, tries again what failed, and stops when asked. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#lib/db/open.server.ts';
import { PLATFORM, systemActor } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { addJob } from './add.server.ts';
import { claimJobs, type Claimed, failJob, isGivenUp, settleJob } from './claim.server.ts';
import type { Job } from './job.ts';

export interface JobKind {
	/** Runs outside a Work, at least once; what it writes must bear being written again. */
	readonly run: (db: Database, job: Job) => Promise<void>;
	/** A job that recurs: how long after one time the next one is due. */
	readonly everyMs?: number;
}

/** Names to what they run; `src/jobs.ts` holds the only one of the program. */
export type JobMap = Readonly<Record<string, JobKind>>;

export interface Running {
	/** How often the table is looked at while nothing is due. */
	readonly pollMs?: number;
	/** Told of every failure; the job's row keeps it too. */
	readonly onFailure?: (error: unknown, job: Job | null) => void;
}

export interface JobRunner {
	/** Begins no further job and resolves when those under way have ended. */
	stop(): Promise<void>;
}

const pollDefaultMs = 2000;
const atOnceMax = 4;

/** Runs jobs until stopped. Several processes may do so on one database. */
export function runJobs(
	db: Database,
	jobs: JobMap,
	{ pollMs = pollDefaultMs, onFailure = ignore }: Running = {}
): JobRunner {
	const stopping = new AbortController();
	const loop = async (): Promise<void> => {
		while (!stopping.signal.aborted) {
			const ran = await oneRound(db, jobs, onFailure);
			if (ran === 0) await pause(pollMs, undefined, { signal: stopping.signal }).catch(ignore);
		}
	};
	const ended = loop();
	return {
		stop() {
			stopping.abort();
			return ended;
		}
	};
}

/** Runs what is due now, at most a handful, and gives how many it ran. */
export async function runDueJobs(
	db: Database,
	jobs: JobMap,
	onFailure: Running['onFailure'] = ignore
): Promise<number> {
	const claimed = await claimJobs(db, Object.keys(jobs), atOnceMax);
	await Promise.all(claimed.map((job) => runOne(db, jobs, job, onFailure)));
	return claimed.length;
}

/** Sees to it that each recurring job has its row; called once at start. */
export async function scheduleRecurring(db: Database, jobs: JobMap): Promise<void> {
	const recurring = Object.keys(jobs).filter((name) => jobs[name]?.everyMs !== undefined);
	await inWork(db, systemActor('jobs'), PLATFORM, async (work) => {
		const rows = await work.trx.selectFrom('job').select('name').where('state', '=', 'waiting').execute();
		const there = new Set(rows.map((row) => row.name));
		for (const name of recurring) if (!there.has(name)) await addJob(work, name, {});
	});
}

async function oneRound(db: Database, jobs: JobMap, onFailure: NonNullable<Running['onFailure']>): Promise<number> {
	try {
		return await runDueJobs(db, jobs, onFailure);
	} catch (error) {
		onFailure(error, null);
		return 0;
	}
}

async function runOne(
	db: Database,
	jobs: JobMap,
	job: Claimed,
	onFailure: NonNullable<Running['onFailure']>
): Promise<void> {
	const kind = jobs[job.name];
	if (kind === undefined) return;
	try {
		if (isGivenUp(job)) throw new Error('the process ended under it every time');
		await kind.run(db, job);
	} catch (error) {
		onFailure(error, job);
		await failJob(db, job, error);
		return;
	}
	await settleJob(db, job, kind.everyMs ?? null);
}

function ignore(): void {
	// The row of the job tells.
}
