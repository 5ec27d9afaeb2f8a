/** Who asks to be erased is named nowhere any more, in no table and in no corner of the file. */
import { beforeAll, expect, test } from 'vitest';
import { jobs } from '#jobs';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { receiveOnce } from '#lib/db/receive.server.ts';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { giveAccount } from '#lib/groups/account.server.ts';
import { addMember } from '#lib/groups/add-member.server.ts';
import { memberLeaves } from '#lib/groups/leave.server.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { erasePerson } from '#lib/identity/erase.server.ts';
import { runDueJobs } from '#lib/jobs/run.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { everythingIn } from '#tests/support/everything.ts';
import { foundedOn, seals, type Village, village, worksOf } from '#tests/support/village.ts';

const name = 'Zubaidah Wirastuti binti Hasanuddin';
const phone = '+6281299887766';
/** Parts too: what is let go may be overwritten only in part. */
const traces = ['ubaida', 'irastut', 'asanudd', '1299887', '887766'];
let db: TestDatabase;
let v: Village;
let inMelati: ReturnType<typeof worksOf>;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	inMelati = worksOf(db, v.melati, v.dewi);
});

/** Takes a member in as a form of the back office does: under the form's own id. */
async function typeMember(): Promise<Id> {
	const form = { id: db.newId(), kind: 'form', body: JSON.stringify({ name, phone }) };
	const { answer } = await inMelati((work) =>
		receiveOnce(work, form, async () => JSON.stringify(await addMember(work, seals, { name, phone })))
	);
	return id(JSON.parse(present(answer, 'an answer')) as string);
}

test('a former member is erased from their group, from what was typed, and from the file', async () => {
	const memberId = await typeMember();
	const personId = await inMelati((work) => giveAccount(work, memberId));
	await inMelati((work) => memberLeaves(work, memberId, { decidedOn: foundedOn, minutes: 'Pindah rumah.' }));
	expect((await memberOf(db.reader, v.melati.groupId, memberId, db.clock())).name).toBe(name);

	await inWork(db, v.hasan, PLATFORM, (work) => erasePerson(work, personId));
	await runDueJobs(db, jobs);

	const left = await memberOf(db.reader, v.melati.groupId, memberId, db.clock());
	expect(left).toMatchObject({ id: memberId, name: '', phone: null, maskedNik: null, leftOn: foundedOn });
	const { entries } = await auditTrail(db.reader, v.melati.groupId, {});
	expect(entries[0]).toMatchObject({ action: 'member.erased', subjectId: memberId });
	const kept = await everythingIn(db);
	expect(kept).toContain('Kube Melati');
	for (const trace of traces) expect(kept).not.toContain(trace);
});
