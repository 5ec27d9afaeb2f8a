/** Several servers on one database, and what PostgreSQL asks to be tried again. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import { requireDurable } from '#lib/db/durable.server.ts';
import { bareGroup, tester } from '#tests/support/bare-group.ts';
import { countingIds, engine, freshDatabase, openTest, pastTheRooms } from '#tests/support/engines.ts';
import { addParty, partyNames } from '#tests/support/parties.ts';

const db = await freshDatabase();
const other = openTest(db.source, countingIds('01911111'));

let groups = 0;
const newGroup = () => bareGroup(db, ++groups);

test('two servers on one database share the numbers of a tenant: none is given twice, none is missing', async () => {
	const group = await newGroup();
	const works = Array.from({ length: 20 }, (_, index) =>
		inWork(index % 2 === 0 ? db : other, tester, group, async (work) => {
			await addParty(work, `party ${index}`);
			return work.seq;
		})
	);
	const seqs = await Promise.all(works);
	expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
	expect(await partyNames(db, group)).toHaveLength(20);
});

test('both say that what they answer is on the disk', async () => {
	await requireDurable(db);
	await requireDurable(other);
	await expect(requireDurable({ durability: () => Promise.resolve('synchronous=1') })).rejects.toThrow('synchronous=1');
	await expect(
		requireDurable({ durability: () => Promise.resolve('fsync=off synchronous_commit=on') })
	).rejects.toThrow('fsync=off');
});

const touch = prepared((on, p: { groupId: string; name: string }) =>
	on.updateTable('party').set({ name: p.name }).where('groupId', '=', p.groupId)
);

if (engine === 'postgres')
	describe('PostgreSQL', () => {
		/** A trap in the database: the first `times` parties named `trap` fail with the given error. */
		async function trap(name: string, times: number, code: string): Promise<void> {
			await pastTheRooms(
				db.source,
				`create sequence ${name}_tries;
				create function ${name}_springs() returns trigger language plpgsql as $$ begin
					if nextval('${name}_tries') <= ${times} then raise exception 'try again' using errcode = '${code}'; end if;
					return new; end $$;
				create trigger ${name} before insert on party for each row when (new.name = '${name}') execute function ${name}_springs()`
			);
		}

		test.each([
			['serialization', '40001'],
			['deadlock', '40P01']
		])(
			'a work that fails for %s is tried again, with the same moment and ids, and is answered once',
			async (name, code) => {
				const group = await newGroup();
				await trap(name, 2, code);
				const seen: string[] = [];
				const followed: string[] = [];
				const answer = await inWork(db, tester, group, async (work) => {
					const id = await addParty(work, 'before');
					seen.push(`${id} ${work.now} ${work.seq}`);
					work.afterCommit(() => void followed.push(id));
					await addParty(work, name);
					return id;
				});
				expect(seen).toHaveLength(3);
				expect(new Set(seen).size).toBe(1);
				expect(followed).toEqual([answer]);
				expect(await partyNames(db, group)).toEqual(['before', name]);
			}
		);

		test('also when the work caught the error, or told it as something else', async () => {
			const group = await newGroup();
			await trap('caught', 2, '40001');
			await inWork(db, tester, group, async (work) => {
				await addParty(work, 'caught').catch(() => {
					throw new Error('the name is taken');
				});
			});
			expect(await partyNames(db, group)).toEqual(['caught']);
		});

		test('a work that never succeeds is given up after five tries, with the error of the server', async () => {
			const group = await newGroup();
			await trap('hopeless', 1000, '40001');
			let tries = 0;
			const hopeless = inWork(db, tester, group, async (work) => {
				tries += 1;
				await addParty(work, 'hopeless');
			});
			await expect(hopeless).rejects.toMatchObject({ code: '40001', message: 'try again' });
			expect(tries).toBe(5);
			expect(await partyNames(db, group)).toEqual([]);
		});

		test('another error is not tried again', async () => {
			const group = await newGroup();
			await trap('mistake', 1, '22012');
			let tries = 0;
			const mistaken = inWork(db, tester, group, async (work) => {
				tries += 1;
				await addParty(work, 'mistake');
			});
			await expect(mistaken).rejects.toMatchObject({ code: '22012' });
			expect(tries).toBe(1);
		});

		test('two works that lock each other out both end well', async () => {
			const [one, two] = [await newGroup(), await newGroup()];
			for (const group of [one, two]) await inWork(db, tester, group, (work) => addParty(work, 'party'));
			const met = { first: meeting(), second: meeting() };
			const cross = async (work: Work, mine: string, theirs: string, arrive: () => void, wait: Promise<void>) => {
				await work.run(touch, { groupId: mine, name: `seen by ${mine}` });
				arrive();
				await wait;
				await work.run(touch, { groupId: theirs, name: `seen by ${mine}` });
			};
			await Promise.all([
				inWork(db, tester, one, (work) => cross(work, one.id, two.id, met.first.arrive, met.second.arrived)),
				inWork(db, tester, two, (work) => cross(work, two.id, one.id, met.second.arrive, met.first.arrived))
			]);
			const names = [...(await partyNames(db, one)), ...(await partyNames(db, two))];
			expect(new Set(names).size).toBe(1);
		});

		test('works of two tenants do not wait for each other; many of one tenant hold one connection', async () => {
			const [slow, quick] = [await newGroup(), await newGroup()];
			const gate = meeting();
			const crowd = Array.from({ length: 40 }, (_, index) =>
				inWork(db, tester, slow, async (work) => {
					if (index === 0) await gate.arrived;
					await addParty(work, `party ${index}`);
				})
			);
			expect(await inWork(db, tester, quick, (work) => Promise.resolve(work.seq))).toBe(2);
			gate.arrive();
			await Promise.all(crowd);
			expect(await partyNames(db, slow)).toHaveLength(40);
		});

		test('a connection that dies under a work fails that work alone, and the next one gets another', async () => {
			const group = await newGroup();
			const dying = inWork(db, tester, group, async (work) => {
				await addParty(work, 'lost');
				const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(work.trx);
				await pastTheRooms(db.source, `select pg_terminate_backend(${rows[0]?.pid ?? 0})`);
				await addParty(work, 'never');
			});
			await expect(dying).rejects.toThrow();
			await inWork(db, tester, group, (work) => addParty(work, 'next'));
			expect(await partyNames(db, group)).toEqual(['next']);
		});

		test('idle connections that die are replaced without anybody noticing', async () => {
			const group = await newGroup();
			await pastTheRooms(
				db.source,
				`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
			);
			await new Promise((resolve) => setImmediate(resolve));
			await expect
				.poll(() => inWork(db, tester, group, () => Promise.resolve('kept')).catch(() => 'not yet'))
				.toBe('kept');
		});
	});

/** A moment that one awaits and the other brings about. */
function meeting(): { arrive: () => void; arrived: Promise<void> } {
	const { promise, resolve } = Promise.withResolvers<undefined>();
	return { arrive: () => resolve(undefined), arrived: promise };
}
