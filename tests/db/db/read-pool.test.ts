/** Wide reads: beside the works, never instead of them; and what happens to a thread that goes wrong. */
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type PoolSettings, ReadPool, ReadsBusy } from '#lib/db/read-pool.server.ts';
import { RefusedThere, ReportTooLong } from '#lib/db/read-thread.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { bareGroup, tester } from '#tests/support/bare-group.ts';
import { freshDatabase } from '#tests/support/engines.ts';
import { addParty, partyNames } from '#tests/support/parties.ts';

const db = await freshDatabase();
const pools: ReadPool[] = [];
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

function pool(settings: PoolSettings = {}): ReadPool {
	const made = new ReadPool(db.source, {
		reportsFile: join(import.meta.dirname, '../../support/slow-reports.ts'),
		...settings
	});
	pools.push(made);
	return made;
}

test('a report reads the database, and is handed its arguments', async () => {
	const reads = pool();
	expect(await reads.run('heads', null)).toBe(1);
	expect(await reads.run('echo', { from: '2026-01', list: [1, null, 'x'] })).toEqual({
		from: '2026-01',
		list: [1, null, 'x']
	});
});

test('a thread that began before it was asked answers like any other', async () => {
	const reads = pool();
	reads.begin();
	await pool().run('heads', null);
	expect(await reads.run('heads', null)).toBe(1);
});

test('a report cannot write', async () => {
	await expect(pool().run('write', null)).rejects.toThrow(/readonly|read-only/);
	expect(await pool().run('heads', null)).toBe(1);
});

test('works go on while a report is made over many rows', async () => {
	const reads = pool();
	await reads.run('echo', 'the thread is there');
	const group = await bareGroup(db, 1);
	const report = { isMade: false };
	const wide = reads.run('manyRows', 2_000_000).finally(() => (report.isMade = true));
	let works = 0;
	while (!report.isMade) {
		await inWork(db, tester, group, (work) => addParty(work, `party ${works}`));
		works += 1;
	}
	expect(await wide).toBe(2_000_000);
	expect(works).toBeGreaterThan(1);
	expect(await partyNames(db, group)).toHaveLength(works);
});

describe('a report that goes wrong', () => {
	test('by refusing is told as its refusal, with its code and facts', async () => {
		const refused: unknown = await pool()
			.run('refuse', null)
			.catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(RefusedThere);
		expect(refused).toMatchObject({ code: 'kernel.not-found', message: 'No such province.' });
		expect((refused as RefusedThere).facts()).toEqual({ what: 'province' });
	});

	test('by a mistake is told as an error, and its thread goes on', async () => {
		const reads = pool();
		await expect(reads.run('fail', null)).rejects.toThrow('a mistake');
		expect(await reads.run('echo', 1)).toBe(1);
	});

	test('by a name that is not there is a Bug', async () => {
		await expect(pool().run('omzzet', null)).rejects.toThrow('src/reports.ts has no omzzet');
	});

	test.each(['crash', 'untold'])('by ending its thread (%s) fails alone: the others get a new thread', async (way) => {
		const reads = pool();
		const outcomes = await Promise.allSettled([
			reads.run(way, null),
			reads.run('echo', 1),
			reads.run(way, null),
			reads.run('echo', 2)
		]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
		expect(await reads.run('echo', 3)).toBe(3);
	});

	test('by never ending is given up, and makes room', async () => {
		const reads = pool({ reportMillisecondsMax: 1000 });
		const endless = Promise.allSettled([reads.run('never', null), reads.run('never', null)]);
		const waiting = reads.run('echo', 'patience');
		const givenUp = { status: 'rejected', reason: new ReportTooLong(1000) };
		expect(await endless).toEqual([givenUp, givenUp]);
		expect(await waiting).toBe('patience');
	});

	test('by arguments that cannot be handed over is told at once', async () => {
		await expect(pool().run('echo', () => 'a function')).rejects.toThrow(/could not be cloned/);
	});
});

describe('a pool', () => {
	test('lets no more wait than it can bear', async () => {
		const reads = pool({ waitingMax: 1 });
		const running = [reads.run('never', null), reads.run('never', null)];
		const waiting = reads.run('echo', 1);
		await expect(reads.run('echo', 2)).rejects.toBeInstanceOf(ReadsBusy);
		const ended = Promise.allSettled([...running, waiting]);
		await reads.close();
		expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
	});

	test('that is closed refuses, and closes with its database', async () => {
		const reads = pool();
		await reads.close();
		await expect(reads.run('echo', 1)).rejects.toThrow('the database is closing');
	});
});
