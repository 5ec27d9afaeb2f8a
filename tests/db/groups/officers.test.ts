/** Officers, pendamping and status: each changes by a numbered decision only. */
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { changeStatus } from '#lib/groups/change-status.server.ts';
import { DecidedLater } from '#lib/groups/decide.server.ts';
import { decisionsOf } from '#lib/groups/decisions.server.ts';
import { memberLeaves } from '#lib/groups/leave.server.ts';
import { MemberLeft } from '#lib/groups/member.ts';
import { changeOfficers } from '#lib/groups/officers.server.ts';
import { assignPendamping, endPendamping } from '#lib/groups/pendamping.server.ts';
import { memberOf, officersOf, pendampingOf } from '#lib/groups/people.server.ts';
import { groupOf } from '#lib/groups/queries.server.ts';
import { OneOfficeEach } from '#lib/groups/register.ts';
import { ConflictOfInterest } from '#lib/groups/standing.ts';
import { StatusStep } from '#lib/groups/status.ts';
import { grantsOf, RoleHeld } from '#lib/identity/roles.server.ts';
import { day } from '#lib/kernel/day.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { register } from '#tests/support/people.ts';
import { nobody, type Village, village, worksOf } from '#tests/support/village.ts';

const minutes = { decidedOn: day('2026-11-21'), minutes: 'Musyawarah anggota.' };

let db: TestDatabase;
let v: Village;
let inMelati: ReturnType<typeof worksOf>;
let inKenanga: ReturnType<typeof worksOf>;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	inMelati = worksOf(db, v.melati, v.dewi);
	inKenanga = worksOf(db, v.kenanga, v.dewi);
});

const officers = () => officersOf(db.reader, v.melati.groupId, db.clock());
const decisions = async () => (await decisionsOf(db.reader, v.melati.groupId)).decisions;

describe('officers', () => {
	test('change hands by a decision that says so, and what the one before might do ends', async () => {
		db.pass(1000);
		const decisionId = await inMelati((work) => changeOfficers(work, { treasurer: v.wati.memberId }, minutes));
		expect(await officers()).toEqual({
			chair: v.sari.memberId,
			secretary: v.umar.memberId,
			treasurer: v.wati.memberId
		});
		expect((await grantsOf(db.reader, v.ani.personId, db.clock())).map(({ role }) => role)).toEqual(['member']);
		expect((await decisions())[0]).toMatchObject({
			id: decisionId,
			kind: 'officers',
			effect: { treasurer: v.wati.memberId },
			recordedBy: 'Bu Dewi'
		});
	});

	test('may change places in one decision', async () => {
		db.pass(1000);
		await inMelati((work) => changeOfficers(work, { chair: v.umar.memberId, secretary: v.sari.memberId }, minutes));
		expect(await officers()).toMatchObject({ chair: v.umar.memberId, secretary: v.sari.memberId });
		db.pass(1000);
		await inMelati((work) => changeOfficers(work, { chair: v.sari.memberId, secretary: v.umar.memberId }, minutes));
	});

	test('are three persons: no one is seated twice, and the decision is not kept', async () => {
		const before = (await decisions()).length;
		await expect(inMelati((work) => changeOfficers(work, { secretary: v.sari.memberId }, minutes))).rejects.toThrow(
			OneOfficeEach
		);
		expect(await decisions()).toHaveLength(before);
	});

	test('are members who are still there', async () => {
		await inMelati((work) => memberLeaves(work, v.ani.memberId, minutes));
		await expect(inMelati((work) => changeOfficers(work, { secretary: v.ani.memberId }, minutes))).rejects.toThrow(
			new MemberLeft('Bu Ani')
		);
		await expect(inMelati((work) => changeOfficers(work, { secretary: nobody }, minutes))).rejects.toThrow(NotFound);
	});

	test('who leave the group leave their office empty', async () => {
		db.pass(1000);
		await inMelati((work) => memberLeaves(work, v.wati.memberId, minutes));
		expect(await officers()).toEqual({ chair: v.sari.memberId, secretary: v.umar.memberId });
		expect((await memberOf(db.reader, v.melati.groupId, v.wati.memberId, db.clock())).office).toBeNull();
	});

	test('stay as they are when the decision names them again', async () => {
		await inMelati((work) => changeOfficers(work, { chair: v.sari.memberId }, minutes));
		expect(await officers()).toMatchObject({ chair: v.sari.memberId });
	});
});

describe('a pendamping', () => {
	test('guides, and may guide several groups', async () => {
		const yuni = await register(db, 'Bu Yuni', '081277777801');
		await inMelati((work) => assignPendamping(work, yuni.personId, minutes));
		await inKenanga((work) => assignPendamping(work, yuni.personId, minutes));
		expect((await pendampingOf(db.reader, v.melati.groupId, db.clock())).map(({ name }) => name)).toEqual([
			'Bu Dewi',
			'Bu Yuni'
		]);
		await expect(inMelati((work) => assignPendamping(work, yuni.personId, minutes))).rejects.toThrow(RoleHeld);
		db.pass(1000);
		await inMelati((work) => endPendamping(work, yuni.personId, minutes));
		expect((await pendampingOf(db.reader, v.melati.groupId, db.clock())).map(({ name }) => name)).toEqual(['Bu Dewi']);
		await expect(inMelati((work) => endPendamping(work, yuni.personId, minutes))).rejects.toThrow(NotFound);
	});

	test('is nobody who owns or sells anywhere', async () => {
		await expect(inMelati((work) => assignPendamping(work, v.joko.personId, minutes))).rejects.toThrow(
			ConflictOfInterest
		);
		await expect(inMelati((work) => assignPendamping(work, v.sari.personId, minutes))).rejects.toThrow(
			ConflictOfInterest
		);
	});

	test('is someone', async () => {
		await expect(inMelati((work) => assignPendamping(work, nobody, minutes))).rejects.toThrow(NotFound);
	});
});

describe('status', () => {
	test('goes only where it may, each step a decision', async () => {
		await inKenanga((work) => changeStatus(work, 'inactive', minutes));
		await expect(inKenanga((work) => changeStatus(work, 'forming', minutes))).rejects.toThrow(StatusStep);
		await inKenanga((work) => changeStatus(work, 'active', minutes));
		expect((await groupOf(db.reader, v.kenanga.groupId)).status).toBe('active');
		const { decisions: all } = await decisionsOf(db.reader, v.kenanga.groupId);
		expect(all.filter(({ kind }) => kind === 'status').map(({ effect }) => effect)).toEqual([
			{ from: 'inactive', to: 'active' },
			{ from: 'active', to: 'inactive' }
		]);
		const { entries } = await auditTrail(db.reader, v.kenanga.groupId, { limit: 1 });
		expect(entries).toMatchObject([{ action: 'group.status', facts: { from: 'inactive', to: 'active' } }]);
	});

	test('is not decided tomorrow: the day is counted where the group is', async () => {
		const tomorrow = { ...minutes, decidedOn: day('2026-11-22') };
		await expect(inKenanga((work) => changeStatus(work, 'inactive', tomorrow))).rejects.toThrow(
			new DecidedLater(tomorrow.decidedOn)
		);
	});
});

describe('decisions', () => {
	test('are numbered without gaps and come newest first, a page at a time', async () => {
		const all = await decisions();
		expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => all.length - index));
		const first = await decisionsOf(db.reader, v.melati.groupId, { limit: 2 });
		expect(first.decisions).toEqual(all.slice(0, 2));
		const second = await decisionsOf(db.reader, v.melati.groupId, { limit: 2, before: first.next ?? undefined });
		expect(second.decisions).toEqual(all.slice(2, 4));
		expect((await decisionsOf(db.reader, v.melati.groupId, { before: 1 })).decisions).toEqual([]);
	});

	test('are facts: the database refuses to change or forget one', async () => {
		const change = inMelati((work) =>
			work.trx.updateTable('decision').set({ minutes: 'lain' }).where('groupId', '=', work.groupId).execute()
		);
		await expect(change).rejects.toThrow(/append-only/);
		const forget = inMelati((work) => work.trx.deleteFrom('decision').where('groupId', '=', work.groupId).execute());
		await expect(forget).rejects.toThrow(/append-only/);
	});
});

otherGroup('changeOfficers', {
	owner: () => inMelati((work) => changeOfficers(work, { treasurer: v.ratna.memberId }, minutes)),
	other: () => inKenanga((work) => changeOfficers(work, { treasurer: v.ratna.memberId }, minutes)),
	random: () => inKenanga((work) => changeOfficers(work, { treasurer: nobody }, minutes))
});

const chairsOf = async (groupId: typeof nobody) =>
	(await officersOf(db.reader, groupId, db.clock())).chair === v.sari.memberId;

otherGroup('officersOf', {
	owner: () => chairsOf(v.melati.groupId),
	other: () => chairsOf(v.kenanga.groupId),
	random: () => chairsOf(nobody)
});

otherGroup('endPendamping', {
	owner: async () => {
		const yogi = await register(db, 'Pak Yogi', '081277777802');
		await inMelati((work) => assignPendamping(work, yogi.personId, minutes));
		await inMelati((work) => endPendamping(work, yogi.personId, minutes));
	},
	other: async () => {
		const yosi = await register(db, 'Bu Yosi', '081277777803');
		await inMelati((work) => assignPendamping(work, yosi.personId, minutes));
		await inKenanga((work) => endPendamping(work, yosi.personId, minutes));
	},
	random: () => inKenanga((work) => endPendamping(work, nobody, minutes))
});

/** How many guide Melati, after someone was made to guide somewhere. */
async function guidesAfter(phone: string, assign: (personId: typeof nobody) => Promise<unknown>): Promise<boolean> {
	const { personId } = await register(db, 'Pak Pandu', phone);
	await assign(personId).catch((refused: unknown) => refused);
	return (await pendampingOf(db.reader, v.melati.groupId, db.clock())).some((holder) => holder.personId === personId);
}

otherGroup('assignPendamping', {
	owner: () => guidesAfter('081277777804', (personId) => inMelati((work) => assignPendamping(work, personId, minutes))),
	other: () =>
		guidesAfter('081277777805', (personId) => inKenanga((work) => assignPendamping(work, personId, minutes))),
	random: () => guidesAfter('081277777806', () => inKenanga((work) => assignPendamping(work, nobody, minutes)))
});

const dewiIn = async (groupId: typeof nobody) => (await pendampingOf(db.reader, groupId, db.clock())).map(({ personId }) => personId).includes(v.dewi.personId); // prettier-ignore

otherGroup('pendampingOf', {
	owner: () => dewiIn(v.melati.groupId),
	other: async () =>
		(await pendampingOf(db.reader, v.kenanga.groupId, db.clock())).some(({ grantId }) => grantId === nobody),
	random: () => dewiIn(nobody)
});

const firstOf = async (groupId: typeof nobody) => {
	const [own] = (await decisionsOf(db.reader, v.melati.groupId, { before: 2 })).decisions;
	return (await decisionsOf(db.reader, groupId)).decisions.some(({ id }) => id === own?.id);
};

otherGroup('decisionsOf', {
	owner: () => firstOf(v.melati.groupId),
	other: () => firstOf(v.kenanga.groupId),
	random: () => firstOf(nobody)
});

const statusAfter = async (group: ReturnType<typeof worksOf>) => {
	await group((work) => changeStatus(work, 'inactive', minutes)).catch((refused: unknown) => refused);
	return (await groupOf(db.reader, v.melati.groupId)).status;
};

otherGroup('changeStatus', {
	owner: async () => {
		const status = await statusAfter(inMelati);
		await inMelati((work) => changeStatus(work, 'active', minutes));
		return status;
	},
	other: () => statusAfter(inKenanga),
	random: () => statusAfter(worksOf(db, { ...v.melati, tenant: { kind: 'group', id: nobody } }, v.dewi))
});
