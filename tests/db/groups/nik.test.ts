/** A NIK is sealed, its reading leaves a trace, and it is in one active group at a time. */
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { addMember } from '#lib/groups/add-member.server.ts';
import { changeStatus } from '#lib/groups/change-status.server.ts';
import { editMember, readNik } from '#lib/groups/edit-member.server.ts';
import { memberLeaves } from '#lib/groups/leave.server.ts';
import { FamilyTaken, MemberTwice } from '#lib/groups/member.ts';
import type { Nik } from '#lib/groups/nik.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
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

describe('a NIK', () => {
	test('is sealed at rest: no digit of it but the last four can be found', async () => {
		const nik = nextNik();
		const memberId = await take('Bu Hana', nik);
		const row = await db.reader
			.selectFrom('member')
			.selectAll()
			.where('groupId', '=', v.melati.groupId)
			.where('id', '=', memberId)
			.executeTakeFirstOrThrow();
		expect(JSON.stringify(row)).not.toContain(nik.slice(0, 12));
		expect(row.nikLast).toBe(nik.slice(-4));
		expect((await member(memberId)).maskedNik).toBe(`••••••••••••${nik.slice(-4)}`);
	});

	test('is read in full only with a trace, which does not hold it', async () => {
		const nik = nextNik();
		const memberId = await take('Bu Indah', nik);
		expect(await inWork(db, v.sari, v.melati.tenant, (work) => readNik(work, seals, memberId))).toBe(nik);
		const { entries } = await auditTrail(db.reader, v.melati.groupId, { limit: 1 });
		expect(entries).toMatchObject([{ action: 'nik.read', subjectId: memberId, actorName: 'Bu Sari', facts: {} }]);
		await expect(inMelati((work) => readNik(work, seals, v.wati.memberId))).rejects.toThrow(NotFound);
	});

	test('moved to another row does not open', async () => {
		const [from, to] = [await take('Bu Juli', nextNik()), await take('Bu Kartika', nextNik())];
		await inMelati(async (work) => {
			const rows = work.trx.selectFrom('member').select('nikCipher').where('groupId', '=', work.groupId);
			const { nikCipher } = await rows.where('id', '=', from).executeTakeFirstOrThrow();
			await work.trx
				.updateTable('member')
				.set({ nikCipher })
				.where('groupId', '=', work.groupId)
				.where('id', '=', to)
				.execute();
		});
		await expect(inMelati((work) => readNik(work, seals, to))).rejects.toThrow();
	});

	test('is in one active group at a time, and once in it', async () => {
		const nik = nextNik();
		const memberId = await take('Bu Lia', nik);
		await expect(take('Bu Lia kedua', nik)).rejects.toThrow(new MemberTwice('Bu Lia kedua'));
		await expect(inKenanga((work) => editMember(work, seals, v.tini.memberId, { nik }))).rejects.toThrow(
			new FamilyTaken('Bu Tini')
		);
		await inMelati((work) => memberLeaves(work, memberId, minutes));
		await inKenanga((work) => editMember(work, seals, v.tini.memberId, { nik }));
		await expect(take('Bu Lia ketiga', nik)).rejects.toThrow(FamilyTaken);
		await inKenanga((work) => editMember(work, seals, v.tini.memberId, { nik: nextNik() }));
		await take('Bu Lia keempat', nik);
	});

	test('is free while its group rests, and the group cannot wake if it is elsewhere by then', async () => {
		const nik = nextNik();
		await inKenanga((work) => editMember(work, seals, v.lina.memberId, { nik }));
		await inKenanga((work) => changeStatus(work, 'inactive', minutes));
		const memberId = await take('Bu Lina', nik);
		await expect(inKenanga((work) => changeStatus(work, 'active', minutes))).rejects.toThrow(
			new FamilyTaken('Bu Lina')
		);
		await inMelati((work) => memberLeaves(work, memberId, minutes));
		await inKenanga((work) => changeStatus(work, 'active', minutes));
		await expect(take('Bu Lina lagi', nik)).rejects.toThrow(FamilyTaken);
	});
});
