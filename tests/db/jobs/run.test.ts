/** Jobs: written with what causes them, run once each, tried again, given up visibly, stopped gracefully. */
import { expect, test } from 'vitest';
import { PLATFORM, systemActor } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { addJob } from '#lib/jobs/add.server.ts';
import { failedJobs } from '#lib/jobs/queries.server.ts';
import { triesMax } from '#lib/jobs/retry.ts';
import { type JobMap, runDueJobs, runJobs, scheduleRecurring } from '#lib/jobs/run.server.ts';
import { later } from '#lib/kernel/instant.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';

const actor = systemActor('test');
const minute = 60_000;

async function add(db: TestDatabase, name: string, waitMs = 0): Promise<void> {
	await inWork(db, actor, PLATFORM, (work) => addJob(work, name, { of: name }, later(work.now, waitMs)));
}

/** A map of one job that notes each run, and the notes. */
function noting(name: string, run: () => Promise<void> = async () => undefined): { jobs: JobMap; notes: unknown[] } {
	const notes: unknown[] = [];
	return {
		notes,
		jobs: {
			[name]: {
				run: (_, job) => {
					notes.push({ payload: job.payload, tenantId: job.tenantId, tries: job.tries });
					return run();
				}
			}
		}
	};
}

test('a job runs once, with its payload, and not before its time', async () => {
	const db = await freshDatabase();
	const { jobs, notes } = noting('greet');
	await add(db, 'greet', minute);
	expect(await runDueJobs(db, jobs)).toBe(0);
	db.pass(minute);
	expect(await runDueJobs(db, jobs)).toBe(1);
	expect(await runDueJobs(db, jobs)).toBe(0);
	expect(notes).toEqual([{ payload: { of: 'greet' }, tenantId: 'platform', tries: 1 }]);
});

test('a job of a work that failed is never there', async () => {
	const db = await freshDatabase();
	const { jobs } = noting('greet');
	const failing = inWork(db, actor, PLATFORM, async (work) => {
		await addJob(work, 'greet', {});
		throw new Error('no');
	});
	await expect(failing).rejects.toThrow('no');
	expect(await runDueJobs(db, jobs)).toBe(0);
});

test('two runners at the same moment share the jobs; none runs twice', async () => {
	const db = await freshDatabase();
	const { jobs, notes } = noting('greet');
	for (let count = 0; count < 8; count++) await add(db, 'greet');
	const shares = await Promise.all([1, 2, 3, 4].map(() => runDueJobs(db, jobs)));
	let ran = shares.reduce((sum, share) => sum + share, 0);
	while (ran < 8) ran += await runDueJobs(db, jobs);
	expect(notes).toHaveLength(8);
	expect(await runDueJobs(db, jobs)).toBe(0);
});

test('a job unknown to this program is left for one that knows it', async () => {
	const db = await freshDatabase();
	await add(db, 'of-the-next-release');
	expect(await runDueJobs(db, noting('greet').jobs)).toBe(0);
	expect(await runDueJobs(db, noting('of-the-next-release').jobs)).toBe(1);
});

test('a failing job waits longer each time, is shown, and is given up after the last try', async () => {
	const db = await freshDatabase();
	const failures: unknown[] = [];
	const { jobs, notes } = noting('fragile', () => Promise.reject(new Error('broken')));
	await add(db, 'fragile');
	await runDueJobs(db, jobs, (error) => failures.push(error));
	expect(await runDueJobs(db, jobs)).toBe(0);
	expect(await failedJobs(db.reader)).toMatchObject([
		{ name: 'fragile', tries: 1, lastError: 'Error: broken', willRetry: true }
	]);
	for (let tries = 2; tries <= triesMax; tries++) {
		db.pass(6 * 60 * minute);
		expect(await runDueJobs(db, jobs, (error) => failures.push(error))).toBe(1);
	}
	db.pass(24 * 60 * minute);
	expect(await runDueJobs(db, jobs)).toBe(0);
	expect(notes).toHaveLength(triesMax);
	expect(failures).toHaveLength(triesMax);
	expect(await failedJobs(db.reader)).toMatchObject([{ tries: triesMax, willRetry: false }]);
});

test('a job whose process died is taken over when its lease ends, and the late one cannot settle it', async () => {
	const db = await freshDatabase();
	let finishFirst: () => void = () => undefined;
	const first = noting('slow', () => new Promise((resolve) => (finishFirst = resolve)));
	await add(db, 'slow');
	const running = runDueJobs(db, first.jobs);
	while (first.notes.length === 0) await new Promise((resolve) => setImmediate(resolve));
	db.pass(11 * minute);
	const second = noting('slow', () => Promise.reject(new Error('again')));
	expect(await runDueJobs(db, second.jobs)).toBe(1);
	finishFirst();
	await running;
	expect(await failedJobs(db.reader)).toMatchObject([{ name: 'slow', tries: 2, willRetry: true }]);
});

test('a recurring job has one row, and is due again after its time', async () => {
	const db = await freshDatabase();
	const { jobs: once, notes } = noting('tidy');
	const jobs = Object.fromEntries(
		Object.entries(once).map(([name, kind]) => [name, { ...kind, everyMs: 60 * minute }])
	);
	await scheduleRecurring(db, jobs);
	await scheduleRecurring(db, jobs);
	expect(await runDueJobs(db, jobs)).toBe(1);
	await scheduleRecurring(db, jobs);
	expect(await runDueJobs(db, jobs)).toBe(0);
	db.pass(60 * minute);
	expect(await runDueJobs(db, jobs)).toBe(1);
	expect(notes).toHaveLength(2);
});

test('stopping waits for the job under way and begins no other', async () => {
	const db = await freshDatabase();
	let finish: () => void = () => undefined;
	const begun = new Promise<void>((begins) => {
		const { jobs } = noting('greet', () => {
			begins();
			return new Promise((resolve) => (finish = resolve));
		});
		void add(db, 'greet').then(() => {
			runner = runJobs(db, jobs, { pollMs: 1 });
		});
	});
	let runner = { stop: () => Promise.resolve() };
	await begun;
	let stopped = false;
	const stopping = runner.stop().then(() => (stopped = true));
	await new Promise((resolve) => setImmediate(resolve));
	expect(stopped).toBe(false);
	finish();
	await stopping;
	expect(await failedJobs(db.reader)).toEqual([]);
});
