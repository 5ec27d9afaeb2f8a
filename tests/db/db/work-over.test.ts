/** After a Work: what it left behind reaches nothing, what should follow its commit follows, and closing waits for it. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { Bug } from '#lib/kernel/assert.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { bareGroup, tester } from '#tests/support/bare-group.ts';
import { freshDatabase, openTest } from '#tests/support/engines.ts';
import { addParty, namesWithin, partyNames, partyRow } from '#tests/support/parties.ts';

class ShopClosed extends Refusal {
	readonly code = 'test.shop-closed';
}

const db = await freshDatabase();

/** Begins something that nobody awaits, on purpose; gives what it is rejected with, to be asked later. */
async function left(promise: Promise<unknown>): Promise<unknown> {
	return promise.then(
		() => null,
		(error: unknown) => error
	);
}

/** A group of its own for each test. */
let groups = 0;
const newGroup = () => bareGroup(db, ++groups);

describe('after the work', () => {
	test('its handle throws: queries, prepared queries, inserts, ids and what should follow the commit', async () => {
		const group = await newGroup();
		const kept: Work = await inWork(db, tester, group, (work) => Promise.resolve(work));
		await expect(kept.trx.selectFrom('head').selectAll().execute()).rejects.toBeInstanceOf(Bug);
		await expect(sql`select 1`.execute(kept.trx)).rejects.toBeInstanceOf(Bug);
		await expect(kept.run(namesWithin, { groupId: group.id })).rejects.toBeInstanceOf(Bug);
		await expect(kept.insert('party', [])).rejects.toBeInstanceOf(Bug);
		expect(() => kept.newId()).toThrow(Bug);
		expect(() => kept.afterCommit(() => undefined)).toThrow(Bug);
	});

	test('a query that nobody awaited fails the work and does not run inside the next one', async () => {
		const [one, other] = [await newGroup(), await newGroup()];
		const floating: Promise<unknown>[] = [];
		const forgetful = inWork(db, tester, one, (work) => {
			floating.push(left(work.trx.insertInto('party').values(partyRow(work, 'floating')).execute()));
			return Promise.resolve('answered too early');
		});
		const next = inWork(db, tester, other, (work) => addParty(work, 'next'));
		await expect(forgetful).rejects.toBeInstanceOf(Bug);
		await next;
		await Promise.all(floating);
		expect(await partyNames(db, one)).toEqual([]);
		expect(await partyNames(db, other)).toEqual(['next']);
	});

	test('an insert of many statements that nobody awaited fails the work: none of it is half there', async () => {
		const group = await newGroup();
		const floating: Promise<unknown>[] = [];
		const forgetful = inWork(db, tester, group, (work) => {
			const rows = Array.from({ length: 250 }, (_, index) => partyRow(work, `party ${index}`));
			floating.push(left(work.insert('party', rows)));
			return Promise.resolve();
		});
		await expect(forgetful).rejects.toBeInstanceOf(Bug);
		await Promise.all(floating);
		expect(await partyNames(db, group)).toEqual([]);
	});

	test('what begins after the work settled does not reach the database', async () => {
		const [one, other] = [await newGroup(), await newGroup()];
		const late: Promise<unknown>[] = [];
		await inWork(db, tester, one, (work) => {
			const begin = async (): Promise<void> => {
				for (let turn = 0; turn < 50; turn++) await Promise.resolve();
				await addParty(work, 'late');
			};
			late.push(left(begin()));
			return Promise.resolve();
		});
		await inWork(db, tester, other, (work) => addParty(work, 'next'));
		expect(await Promise.all(late)).toEqual([expect.any(Bug)]);
		expect(await partyNames(db, one)).toEqual([]);
	});

	test('a work may begin in what a work left behind', async () => {
		const group = await newGroup();
		const later: Promise<unknown>[] = [];
		await inWork(db, tester, group, () => {
			later.push(
				new Promise((resolve) => setImmediate(resolve)).then(() =>
					inWork(db, tester, group, (work) => addParty(work, 'later'))
				)
			);
			return Promise.resolve();
		});
		await Promise.all(later);
		expect(await partyNames(db, group)).toEqual(['later']);
	});
});

describe('afterCommit', () => {
	test('runs once the work is there for others, in order, before the answer, and may begin works', async () => {
		const group = await newGroup();
		const seen: unknown[] = [];
		await inWork(db, tester, group, async (work) => {
			work.afterCommit(async () => void seen.push(await partyNames(db, group)));
			work.afterCommit(async () => void seen.push(await inWork(db, tester, group, ({ seq }) => Promise.resolve(seq))));
			await addParty(work, 'Bu Ida');
			expect(seen).toEqual([]);
		});
		expect(seen).toEqual([['Bu Ida'], 3]);
	});

	test('does not run for a work that was undone', async () => {
		const group = await newGroup();
		let ran = false;
		const refused = inWork(db, tester, group, (work) => {
			work.afterCommit(() => void (ran = true));
			return Promise.reject(new ShopClosed('closed'));
		});
		await expect(refused).rejects.toBeInstanceOf(ShopClosed);
		expect(ran).toBe(false);
	});

	test('cannot make a kept work look undone: its error is told elsewhere, and the others still run', async () => {
		const group = await newGroup();
		let others = 0;
		const answer = await inWork(db, tester, group, async (work) => {
			work.afterCommit(() => {
				throw new Error('the cache is full');
			});
			work.afterCommit(() => void (others += 1));
			await addParty(work, 'Bu Ida');
			return 'kept';
		});
		expect(answer).toBe('kept');
		expect(others).toBe(1);
		expect(db.lateErrors.splice(0)).toEqual([new Error('the cache is full')]);
	});
});

describe('closing', () => {
	test('finishes the works that wait, refuses those that come after, and can be asked twice', async () => {
		const own = await freshDatabase();
		const group = await bareGroup(own);
		const waiting = Array.from({ length: 5 }, (_, index) =>
			inWork(own, tester, group, (work) => addParty(work, `party ${index}`))
		);
		const closing = own.close();
		const after = inWork(own, tester, group, (work) => addParty(work, 'after'));
		await expect(after).rejects.toThrow('the database is closing');
		await Promise.all([...waiting, closing, own.close()]);
		const again = openTest(own.source);
		expect(await partyNames(again, group)).toHaveLength(5);
	});
});
