/** The locks of jobs: a row is taken for a while, and given back with how it went. */
import { prepared } from '#lib/db/prepared.server.ts';
import { type Database, readPrepared } from '#lib/db/open.server.ts';
import { PLATFORM, systemActor } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { type Instant, later } from '#lib/kernel/instant.ts';
import type { Facts } from '#lib/kernel/refusal.ts';
import type { Job } from './job.ts';
import { errorText, retryAt, triesMax } from './retry.ts';

/** A job in the hands of one runner until the lease ends; then another may take it. */
export interface Claimed extends Job {
	readonly lease: Instant;
}

const actor = systemActor('jobs');
const leaseMilliseconds = 10 * 60_000;

const due = prepared((db, p: { now: string; names: string[]; most: number }) =>
	db
		.selectFrom('job')
		.select('id')
		.where('state', '=', 'waiting')
		.where('runAt', '<=', p.now)
		.where('name', 'in', p.names)
		.where((row) => row.or([row('lockedUntil', 'is', null), row('lockedUntil', '<=', p.now)]))
		.orderBy('runAt')
		.limit(p.most)
);

/** Takes at most `most` jobs that are due and that this program knows by name. */
export async function claimJobs(db: Database, names: string[], most: number): Promise<Claimed[]> {
	const now = db.clock();
	const found = await readPrepared(db, due, { now, names, most });
	if (found.length === 0) return [];
	const lease = later(now, leaseMilliseconds);
	const rows = await inWork(db, actor, PLATFORM, ({ trx }) =>
		trx
			.updateTable('job')
			.set((job) => ({ lockedUntil: lease, tries: job('tries', '+', 1) }))
			.where(
				'id',
				'in',
				found.map((job) => job.id)
			) // prettier-ignore
			.where('state', '=', 'waiting')
			.where((job) => job.or([job('lockedUntil', 'is', null), job('lockedUntil', '<=', now)]))
			.returning(['id', 'name', 'tenantId', 'payload', 'tries'])
			.execute()
	);
	return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as Facts, lease }));
}

/** Gives back a job that succeeded; one that recurs waits for its next time. */
export async function settleJob(db: Database, { id, lease }: Claimed, everyMs: number | null): Promise<void> {
	const next = everyMs === null ? { state: 'done' } : { runAt: later(db.clock(), everyMs), tries: 0 };
	await giveBack(db, { id, lease }, { ...next, lastError: null });
}

/** Gives back a job that failed, to be tried again later or, after too many tries, by a person. */
export async function failJob(db: Database, { id, lease, tries }: Claimed, error: unknown): Promise<void> {
	const runAt = retryAt(db.clock(), tries);
	const next = runAt === null ? { state: 'failed' } : { runAt };
	await giveBack(db, { id, lease }, { ...next, lastError: errorText(error) });
}

interface Next {
	readonly state?: string;
	readonly runAt?: string;
	readonly tries?: number;
	readonly lastError: string | null;
}

/** Does nothing when the lease ended and someone else holds the job. */
async function giveBack(db: Database, { id, lease }: Pick<Claimed, 'id' | 'lease'>, next: Next): Promise<void> {
	await inWork(db, actor, PLATFORM, ({ trx }) =>
		trx
			.updateTable('job')
			.set({ ...next, lockedUntil: null })
			.where('id', '=', id)
			.where('lockedUntil', '=', lease)
			.execute()
	);
}

/** Whether a claimed job was begun too often already by processes that ended under it. */
export function isGivenUp(job: Claimed): boolean {
	return job.tries > triesMax;
}
