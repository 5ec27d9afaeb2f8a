/** A Work: kept whole or not at all, numbered, and closed for ever once it is over. */
import { describe, expect, test } from 'vitest';
import { prepared } from '#lib/db/prepared.server.ts';
import { groupTenant, PLATFORM } from '#lib/db/tenant.ts';
import { inFoundingWork, inWork } from '#lib/db/work.server.ts';
import { Bug } from '#lib/kernel/assert.ts';
import { newId } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { bareGroup, tester } from '#tests/support/bare-group.ts';
import { engine, freshDatabase, morning } from '#tests/support/engines.ts';
import { addParty, namesWithin, partyNames, partyRow } from '#tests/support/parties.ts';

class ShopClosed extends Refusal {
	readonly code = 'test.shop-closed';
}

const db = await freshDatabase();

/** A group of its own for each test. */
let groups = 0;
const newGroup = () => bareGroup(db, ++groups);

describe('all or nothing', () => {
	test('what a work wrote is there for others when it resolves, with its value', async () => {
		const group = await newGroup();
		const answer = await inWork(db, tester, group, async (work) => {
			await addParty(work, 'Bu Ida');
			return 'written';
		});
		expect(answer).toBe('written');
		expect(await partyNames(db, group)).toEqual(['Bu Ida']);
	});

	test('nobody else sees it before, while the work itself does', async () => {
		const group = await newGroup();
		await inWork(db, tester, group, async (work) => {
			await addParty(work, 'Bu Ida');
			expect(await work.run(namesWithin, { groupId: group.id })).toEqual([{ name: 'Bu Ida' }]);
			expect(await work.reader.selectFrom('party').select('name').where('groupId', '=', group.id).execute()).toEqual([
				{ name: 'Bu Ida' }
			]);
			if (engine === 'sqlite') expect(await partyNames(db, group)).toEqual([]);
		}).catch((error: unknown) => {
			// On SQLite another connection was asked: that is not the work's own query, and gives it up.
			expect(engine).toBe('sqlite');
			expect(error).toBeInstanceOf(Bug);
		});
	});

	test('a refusal undoes all of it, and reaches the caller as it is', async () => {
		const group = await newGroup();
		const refused = inWork(db, tester, group, async (work) => {
			await addParty(work, 'Bu Ida');
			throw new ShopClosed('closed');
		});
		await expect(refused).rejects.toBeInstanceOf(ShopClosed);
		expect(await partyNames(db, group)).toEqual([]);
	});

	test('an error of the engine undoes all of it', async () => {
		const group = await newGroup();
		const doubled = inWork(db, tester, group, async (work) => {
			const id = await addParty(work, 'Bu Ida');
			await addParty(work, 'Bu Ida again', id);
		});
		await expect(doubled).rejects.toThrow(/unique/i);
		expect(await partyNames(db, group)).toEqual([]);
	});

	test('a statement that failed undoes the work even if its error was caught', async () => {
		const group = await newGroup();
		const swallowed = inWork(db, tester, group, async (work) => {
			const id = await addParty(work, 'Bu Ida');
			await addParty(work, 'Bu Ida again', id).catch(() => undefined);
		});
		await expect(swallowed).rejects.toThrow(/unique/i);
		const goesOn = inWork(db, tester, group, async (work) => {
			const id = await addParty(work, 'Bu Ida');
			await addParty(work, 'Bu Ida again', id).catch(() => undefined);
			await addParty(work, 'Pak Joko');
		});
		await expect(goesOn).rejects.toThrow(/unique/i);
		expect(await partyNames(db, group)).toEqual([]);
	});

	test('a caught error may be told as a refusal', async () => {
		const group = await newGroup();
		const refused = inWork(db, tester, group, async (work) => {
			const id = await addParty(work, 'Bu Ida');
			await addParty(work, 'Bu Ida again', id).catch(() => {
				throw new ShopClosed('taken');
			});
		});
		await expect(refused).rejects.toBeInstanceOf(ShopClosed);
	});
});

describe('the number of a work', () => {
	test('is 1 for the founding work and goes on without holes', async () => {
		const tenant = groupTenant(newId());
		const seqs = [await inFoundingWork(db, tester, tenant, (work) => Promise.resolve(work.seq))];
		for (let turn = 0; turn < 3; turn++)
			seqs.push(await inWork(db, tester, tenant, (work) => Promise.resolve(work.seq)));
		expect(seqs).toEqual([1, 2, 3, 4]);
	});

	test('is not spent by a work that was refused', async () => {
		const group = await newGroup();
		await expect(inWork(db, tester, group, () => Promise.reject(new ShopClosed('closed')))).rejects.toThrow();
		expect(await inWork(db, tester, group, (work) => Promise.resolve(work.seq))).toBe(2);
	});

	test('is given out in order to works that begin at the same moment, once each', async () => {
		const group = await newGroup();
		const works = Array.from({ length: 30 }, (_, index) =>
			inWork(db, tester, group, async (work) => {
				await addParty(work, `party ${String(index).padStart(2, '0')}`);
				return work.seq;
			})
		);
		expect(await Promise.all(works)).toEqual(Array.from({ length: 30 }, (_, index) => index + 2));
		expect(await partyNames(db, group)).toHaveLength(30);
	});

	test('each tenant has its own', async () => {
		const [one, other] = [await newGroup(), await newGroup()];
		await inWork(db, tester, one, () => Promise.resolve());
		expect(await inWork(db, tester, one, (work) => Promise.resolve(work.seq))).toBe(3);
		expect(await inWork(db, tester, other, (work) => Promise.resolve(work.seq))).toBe(2);
	});
});

describe('tenants', () => {
	test('a tenant that nobody founded is not found, and its function does not run', async () => {
		let ran = false;
		const nobody = inWork(db, tester, groupTenant(newId()), () => {
			ran = true;
			return Promise.resolve();
		});
		await expect(nobody).rejects.toEqual(new NotFound('group'));
		expect(ran).toBe(false);
	});

	test('a tenant is founded once', async () => {
		const group = await newGroup();
		const again = inFoundingWork(db, tester, group, () => Promise.resolve());
		await expect(again).rejects.toThrow(/unique|duplicate/i);
	});

	test('the platform is no group', async () => {
		await inWork(db, tester, PLATFORM, (work) => {
			expect(() => work.groupId).toThrow(Bug);
			return Promise.resolve();
		});
	});

	test('a work writes only the rows of its tenant', async () => {
		const [one, other] = [await newGroup(), await newGroup()];
		const stray = inWork(db, tester, one, (work) =>
			work.insert('party', [partyRow(work, 'mine'), { ...partyRow(work, 'theirs'), groupId: other.id }])
		);
		await expect(stray).rejects.toBeInstanceOf(Bug);
		expect(await partyNames(db, one)).toEqual([]);
	});
});

describe('what a work may use', () => {
	test('the clock stands still for the length of a work', async () => {
		const group = await newGroup();
		expect(await inWork(db, tester, group, (work) => Promise.resolve(work.now))).toBe(morning);
	});

	test('rows of one insert name the same columns: one that does not would lose a value unseen', async () => {
		const group = await newGroup();
		const less = inWork(db, tester, group, async (work) => {
			const { groupId, id, madeAt } = partyRow(work, '');
			await work.insert('party', [partyRow(work, 'whole'), { groupId, id, madeAt }]);
		});
		await expect(less).rejects.toBeInstanceOf(Bug);
		const more = inWork(db, tester, group, async (work) => {
			const { groupId, id, madeAt } = partyRow(work, '');
			await work.insert('party', [{ groupId, id, madeAt }, partyRow(work, 'whole')]);
		});
		await expect(more).rejects.toBeInstanceOf(Bug);
	});

	test('an insert of many rows is cut into statements, and of none is nothing', async () => {
		const group = await newGroup();
		await inWork(db, tester, group, async (work) => {
			await work.insert('party', []);
			await work.insert(
				'party',
				Array.from({ length: 250 }, (_, index) => partyRow(work, `party ${index}`))
			);
		});
		expect(await partyNames(db, group)).toHaveLength(250);
	});

	test('no transaction can be begun inside, and the builder runs nothing', async () => {
		const group = await newGroup();
		const inner = inWork(db, tester, group, (work) => work.trx.transaction().execute(() => Promise.resolve()));
		await expect(inner).rejects.toThrow('only inWork begins a transaction');
		await expect(db.builder.selectFrom('head').selectAll().execute()).rejects.toBeInstanceOf(Bug);
	});

	test('a work inside a work would wait for itself, and is refused at once', async () => {
		const group = await newGroup();
		const nested = inWork(db, tester, group, () => inWork(db, tester, group, () => Promise.resolve()));
		await expect(nested).rejects.toBeInstanceOf(Bug);
		expect(await inWork(db, tester, group, () => Promise.resolve('next'))).toBe('next');
	});

	test('a list of nothing is refused on every engine', async () => {
		const byName = prepared((on, p: { groupId: string; names: string[] }) =>
			on.selectFrom('party').select('id').where('groupId', '=', p.groupId).where('name', 'in', p.names)
		);
		const group = await newGroup();
		await expect(
			inWork(db, tester, group, (work) => work.run(byName, { groupId: group.id, names: [] }))
		).rejects.toBeInstanceOf(Bug);
	});
});
