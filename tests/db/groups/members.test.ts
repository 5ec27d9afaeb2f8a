/** Members: taken in one by one or by a table, corrected, let go. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '#lib/files/read-table.server.ts';
import { makeCashier } from '#lib/groups/account.server.ts';
import { addMember, addMembers, memberLimits } from '#lib/groups/add-member.server.ts';
import { editMember } from '#lib/groups/edit-member.server.ts';
import { importMembers, MemberTableWrong } from '#lib/groups/import-members.server.ts';
import { memberLeaves } from '#lib/groups/leave.server.ts';
import { MemberLeft } from '#lib/groups/member.ts';
import type { Nik } from '#lib/groups/nik.ts';
import { memberOf, membersOf } from '#lib/groups/people.server.ts';
import { GroupFull } from '#lib/groups/register.ts';
import { grantsOf } from '#lib/identity/roles.server.ts';
import { day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { nextNik } from '#tests/support/people.ts';
import { seals, type Village, village, worksOf } from '#tests/support/village.ts';

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

const today = day('2026-11-21');
const minutes = { decidedOn: today, minutes: 'Musyawarah anggota.' };

const take = (name: string, nik: Nik | null = null) => inMelati((work) => addMember(work, seals, { name, nik }));
const member = (memberId: Id) => memberOf(db.reader, v.melati.groupId, memberId, db.clock());

describe('a member', () => {
	test('is taken in today unless another day is told, and stands in the list by name', async () => {
		const memberId = await take('Bu Dian');
		await inMelati((work) =>
			addMember(work, seals, { name: 'Bu Asih', joinedOn: day('2020-02-01'), phone: '+6281200000099' })
		);
		expect(await member(memberId)).toMatchObject({
			name: 'Bu Dian',
			joinedOn: today,
			leftOn: null,
			office: null,
			personId: null,
			maskedNik: null
		});
		const names = (await membersOf(db.reader, v.melati.groupId, db.clock())).map((one) => one.name);
		expect(names).toEqual([...names].sort());
	});

	test('is corrected; what is not named stays', async () => {
		const memberId = await take('Bu Fitri', nextNik());
		await inMelati((work) => editMember(work, seals, memberId, { name: 'Bu Fitria' }));
		expect(await member(memberId)).toMatchObject({
			name: 'Bu Fitria',
			maskedNik: expect.stringMatching(/^•{12}\d{4}$/) as string
		});
		await inMelati((work) => editMember(work, seals, memberId, { nik: null, phone: '+6281200000098' }));
		expect(await member(memberId)).toMatchObject({ name: 'Bu Fitria', maskedNik: null, phone: '+6281200000098' });
	});

	test('leaves by a decision: the day is kept, offices and sign-in end, and they come last in the list', async () => {
		const memberId = await take('Bu Gita');
		await inMelati((work) => makeCashier(work, memberId));
		const { personId } = await member(memberId);
		expect(
			personId === null ? [] : (await grantsOf(db.reader, personId, db.clock())).map(({ role }) => role).sort()
		).toEqual(['cashier', 'member']);
		db.pass(1000);
		await inMelati((work) => memberLeaves(work, memberId, minutes));
		expect(await member(memberId)).toMatchObject({ leftOn: today, office: null, isCashier: false });
		expect(personId === null ? null : await grantsOf(db.reader, personId, db.clock())).toEqual([]);
		expect((await membersOf(db.reader, v.melati.groupId, db.clock())).at(-1)?.name).toBe('Bu Gita');
		await expect(inMelati((work) => memberLeaves(work, memberId, minutes))).rejects.toThrow(new MemberLeft('Bu Gita'));
		await expect(inMelati((work) => editMember(work, seals, memberId, { name: 'x' }))).rejects.toThrow(MemberLeft);
	});

	test('is one of at most twenty: the limit is data with a source', async () => {
		expect(await memberLimits({ reader: db.reader }, today)).toEqual({ fewest: 5, most: 20, usual: 10 });
		const more = Array.from({ length: 16 }, (_, index) => ({ name: `Anggota ${index}` }));
		await expect(inKenanga((work) => addMembers(work, seals, more))).rejects.toThrow(new GroupFull(20));
		await inKenanga((work) => addMembers(work, seals, more.slice(1)));
		expect(await membersOf(db.reader, v.kenanga.groupId, db.clock())).toHaveLength(20);
	});
});

describe('a table of members', () => {
	test('is taken in whole', async () => {
		const ids = await inMelati((work) =>
			importMembers(work, seals, readTable(`Nama;HP\nBu Putri;081277777703\nBu Qori;`))
		);
		expect(await Promise.all(ids.map(async (one) => (await member(one)).name))).toEqual(['Bu Putri', 'Bu Qori']);
	});

	test('or not at all', async () => {
		const before = (await membersOf(db.reader, v.melati.groupId, db.clock())).length;
		await expect(inMelati((work) => importMembers(work, seals, readTable('Nama\nBu Rini\nBu Sari')))).rejects.toThrow(
			new MemberTableWrong(1)
		);
		expect(await membersOf(db.reader, v.melati.groupId, db.clock())).toHaveLength(before);
	});
});
