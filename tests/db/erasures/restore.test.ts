/** Whoever was erased stays erased when an older copy of the database is put back. */
import { beforeAll, expect, test } from 'vitest';
import { erasers, jobsWith } from '#jobs';
import { auditTrail } from '#lib/audit/trail.server.ts';
import type { Database, DatabaseSource } from '#lib/db/open.server.ts';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { type ErasureList, openErasures } from '#lib/erasures/list.server.ts';
import { eraseAgain } from '#lib/erasures/replay.server.ts';
import { giveAccount, makeCashier } from '#lib/groups/account.server.ts';
import { addMember } from '#lib/groups/add-member.server.ts';
import { memberLeaves } from '#lib/groups/leave.server.ts';
import { isNikProblem, type Nik, parseNik } from '#lib/groups/nik.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { erasePerson } from '#lib/identity/erase.server.ts';
import { grantsOf } from '#lib/identity/roles.server.ts';
import { createSession } from '#lib/identity/sessions.server.ts';
import { runDueJobs } from '#lib/jobs/run.server.ts';
import { assert } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import { copyOf, countingIds, freshDatabase, openTest, type TestDatabase } from '#tests/support/engines.ts';
import { everythingIn } from '#tests/support/everything.ts';
import { listFile } from '#tests/support/erasures.ts';
import { foundedOn, seals, type Village, village, worksOf } from '#tests/support/village.ts';

const name = 'Zubaidah Wirastuti binti Hasanuddin';
const traces = ['ubaida', 'irastut', 'asanudd', '1299887', '887766'];
const clean = { refused: [], strangeKinds: [], brokenLines: [] };
let v: Village;
let list: ErasureList;
let memberId: Id;
let personId: Id;
/** From before the member had an account, and from when she was the cashier. */
let early: DatabaseSource;
let late: DatabaseSource;

beforeAll(async () => {
	list = await openErasures(listFile());
	const first = await freshDatabase();
	v = await village(first);
	memberId = await inMelati(first)((work) => addMember(work, seals, { name, phone: '+6281299887766', nik: nik() }));
	await first.close();
	early = await copyOf(first.source);

	const second = openTest(first.source, countingIds('01900001'));
	personId = await inMelati(second)((work) => giveAccount(work, memberId));
	await inMelati(second)((work) => makeCashier(work, memberId));
	await createSession(second, personId, 'Telepon');
	await second.close();
	late = await copyOf(first.source);

	const third = openTest(first.source, countingIds('01900002'));
	await inMelati(third)((work) => memberLeaves(work, memberId, { decidedOn: foundedOn, minutes: 'Pindah rumah.' }));
	await inWork(third, v.hasan, PLATFORM, (work) => erasePerson(work, personId));
	await runAll(third);
	expect(await eraseAgain(third, list, erasers), 'nothing was restored').toEqual({ again: 0, ...clean });
});

function nik(): Nik {
	const parsed = parseNik('7271085503850001');
	assert(!isNikProblem(parsed), 'a NIK');
	return parsed;
}

function inMelati(db: Database): ReturnType<typeof worksOf> {
	return worksOf(db, v.melati, v.dewi);
}

async function runAll(db: Database): Promise<void> {
	while ((await runDueJobs(db, jobsWith(list), failed)) > 0);
}

function failed(error: unknown): void {
	throw error;
}

function restored(copy: DatabaseSource): TestDatabase {
	return openTest(copy, countingIds('01900003'));
}

async function expectForgotten(db: TestDatabase): Promise<void> {
	const kept = await everythingIn(db);
	expect(kept).toContain('Kube Melati');
	for (const trace of traces) expect(kept).not.toContain(trace);
}

test('a copy from when she was the cashier forgets her, her roles and her sessions', async () => {
	const db = restored(late);
	expect((await memberOf(db.reader, v.melati.groupId, memberId, db.clock())).name).toBe(name);
	const before = await db.reader
		.selectFrom('member')
		.select('name')
		.where('id', '!=', memberId)
		.orderBy('id')
		.execute();

	expect(await eraseAgain(db, list, erasers)).toEqual({ again: 2, ...clean });
	expect(await eraseAgain(db, list, erasers)).toEqual({ again: 0, ...clean });
	await runAll(db);

	expect(await grantsOf(db.reader, personId, db.clock())).toEqual([]);
	const sessions = await db.reader.selectFrom('session').select('id').where('personId', '=', personId).execute();
	expect(sessions).toEqual([]);
	expect(await memberOf(db.reader, v.melati.groupId, memberId, db.clock())).toMatchObject({ name: '', phone: null });
	const { entries } = await auditTrail(db.reader, 'platform', {});
	expect(entries[0]).toMatchObject({ action: 'person.erased', subjectId: personId, actorPart: 'erasure' });
	const after = await db.reader.selectFrom('member').select('name').where('id', '!=', memberId).orderBy('id').execute();
	expect(after, 'nobody else is forgotten').toEqual(before);
	await expectForgotten(db);
});

test('a copy from before she had an account forgets the member, though it never knew the person', async () => {
	const db = restored(early);
	expect(await eraseAgain(db, list, erasers)).toEqual({ again: 1, ...clean });
	await runAll(db);
	const { entries } = await auditTrail(db.reader, v.melati.groupId, {});
	expect(entries[0]).toMatchObject({ action: 'member.erased', subjectId: memberId, actorPart: 'erasure' });
	await expectForgotten(db);
});
