/** The list of erasures: written once the work is kept, whatever happens then; read whatever stands in it. */
import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { erasers, jobsWith } from '#jobs';
import { readInstallation } from '#lib/db/installation.server.ts';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { type Erasure, lineOf } from '#lib/erasures/erasure.ts';
import { type ErasureList, openErasures } from '#lib/erasures/list.server.ts';
import { eraseAgain } from '#lib/erasures/replay.server.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { erasePerson, HasRoles } from '#lib/identity/erase.server.ts';
import { personById } from '#lib/identity/people.server.ts';
import { failedJobs } from '#lib/jobs/queries.server.ts';
import { runDueJobs } from '#lib/jobs/run.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { freshDatabase, morning, type TestDatabase } from '#tests/support/engines.ts';
import { listFile } from '#tests/support/erasures.ts';
import { register, setup } from '#tests/support/people.ts';
import { type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let v: Village;
let installation: string;
let file: string;
let list: ErasureList;
let phones = 0;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	installation = (await readInstallation(db.reader)).id;
});

beforeEach(async () => {
	file = listFile();
	list = await openErasures(file);
});

async function someone(): Promise<Id> {
	const { personId } = await register(db, 'Bu Pergi', `0813000000${String(10 + phones++)}`);
	return personId;
}

function erasureOf(id: Id, about: Partial<Erasure> = {}): Erasure {
	return { installation, kind: 'person', tenantId: 'platform', id, at: morning, ...about };
}

function erase(personId: Id): Promise<void> {
	return inWork(db, setup, PLATFORM, (work) => erasePerson(work, personId));
}

async function runAll(errors: unknown[] = []): Promise<void> {
	while ((await runDueJobs(db, jobsWith(list), (error) => errors.push(error))) > 0);
}

const lines = (): string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);

test('an erasure is listed by ids alone, for its owner only', async () => {
	const personId = await someone();
	await erase(personId);
	expect(lines(), 'the power may go here: the job is kept with the erasure').toEqual([]);
	await runAll();
	expect(lines()).toEqual([lineOf(erasureOf(personId))]);
	expect(statSync(file).mode & 0o077).toBe(0);
	expect(statSync(dirname(file)).mode & 0o077).toBe(0);
});

test('an erasure that is refused is not listed', async () => {
	await expect(erase(v.sari.personId)).rejects.toThrow(HasRoles);
	await runAll();
	expect(lines()).toEqual([]);
});

test('a list that went missing is not begun anew; the erasure waits until it is back', async () => {
	const personId = await someone();
	rmSync(file);
	await erase(personId);
	const errors: unknown[] = [];
	await runAll(errors);
	expect(errors).toMatchObject([{ code: 'ENOENT' }]);
	expect(await failedJobs(db.reader)).toMatchObject([{ name: 'erasures.list', willRetry: true }]);
	await openErasures(file);
	db.pass(10 * 60_000);
	await runAll();
	expect(lines()).toHaveLength(1);
});

test('many at the same moment are all listed', async () => {
	const erasures = Array.from({ length: 40 }, () => erasureOf(db.newId()));
	await Promise.all(erasures.map((erasure) => list.append(erasure)));
	expect((await list.read(installation)).erasures).toHaveLength(40);
	expect((await list.read(installation)).brokenLines).toEqual([]);
});

test('a line cut short costs no other, and is told by its number', async () => {
	const [first, last] = [await someone(), await someone()];
	await list.append(erasureOf(first));
	appendFileSync(file, lineOf(erasureOf(db.newId())).slice(0, 60));
	await list.append(erasureOf(last));
	appendFileSync(file, '\nnull\n{"installation":1}\n');
	expect(await eraseAgain(db, list, erasers)).toEqual({
		again: 2,
		refused: [],
		strangeKinds: [],
		brokenLines: [2, 5, 6]
	});
	for (const personId of [first, last]) await expect(personById(db.reader, personId)).rejects.toThrow(NotFound);
});

test('listed twice is erased once', async () => {
	const personId = await someone();
	await list.append(erasureOf(personId));
	await list.append(erasureOf(personId, { at: db.clock() }));
	expect(await eraseAgain(db, list, erasers)).toMatchObject({ again: 1 });
});

test("another installation's erasures, and those of another group, touch nobody here", async () => {
	const personId = await someone();
	await list.append(erasureOf(personId, { installation: db.newId() }));
	const { groupId } = v.melati;
	await list.append(erasureOf(v.wati.memberId, { kind: 'member', tenantId: v.kenanga.groupId }));
	await list.append(erasureOf(v.wati.memberId, { kind: 'member', tenantId: db.newId() }));
	expect(await eraseAgain(db, list, erasers)).toMatchObject({ again: 0, refused: [] });
	expect((await personById(db.reader, personId)).name).toBe('Bu Pergi');
	expect((await memberOf(db.reader, groupId, v.wati.memberId, db.clock())).name).not.toBe('');
});

test('what is refused, and kinds of a newer program, are told and keep nobody else', async () => {
	const [debtor, quick, personId] = [db.newId(), db.newId(), await someone()];
	await list.append(erasureOf(debtor, { kind: 'debtor' }));
	await list.append(erasureOf(quick, { kind: 'quick' }));
	await list.append(erasureOf(db.newId(), { kind: 'toString' }));
	await list.append(erasureOf(personId));
	const named = (_reader: unknown, _tenantId: string, ids: readonly Id[]) => Promise.resolve([...ids]);
	const all = {
		...erasers,
		debtor: { named, erase: () => Promise.reject(new HasRoles()) },
		quick: { named, erase: () => Promise.reject(new NotFound('person')) }
	};
	expect(await eraseAgain(db, list, all)).toEqual({
		again: 2,
		refused: [{ kind: 'debtor', id: debtor, code: 'identity.has-roles' }],
		strangeKinds: ['toString'],
		brokenLines: []
	});
});

test('a thousand erasures are done again in batches', async () => {
	const personId = await someone();
	const others = Array.from({ length: 1200 }, () => erasureOf(db.newId()));
	appendFileSync(file, [...others, erasureOf(personId)].map((erasure) => `${lineOf(erasure)}\n`).join(''));
	expect(await eraseAgain(db, list, erasers)).toMatchObject({ again: 1 });
});

test('a list that cannot be used is told plainly, with what to do', async () => {
	const folder = listFile();
	mkdirSync(folder, { recursive: true });
	await expect(openErasures(folder)).rejects.toThrow(/cannot be read and written \(.+\)\. Let .+EWAROENG_ERASURES/s);
});
