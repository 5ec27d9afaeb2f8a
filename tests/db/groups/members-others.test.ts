/** One group's members are nobody's to another group. */
import { beforeAll } from 'vitest';
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { readTable } from '#lib/files/read-table.server.ts';
import { endCashier, giveAccount, linkAccount, makeCashier } from '#lib/groups/account.server.ts';
import { addMember } from '#lib/groups/add-member.server.ts';
import { editMember, readNik } from '#lib/groups/edit-member.server.ts';
import { importMembers } from '#lib/groups/import-members.server.ts';
import { memberLeaves } from '#lib/groups/leave.server.ts';
import type { Nik } from '#lib/groups/nik.ts';
import { memberOf, membersOf } from '#lib/groups/people.server.ts';
import { day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { register } from '#tests/support/people.ts';
import { nobody, seals, type Village, village, worksOf } from '#tests/support/village.ts';

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

const minutes = { decidedOn: day('2026-11-21'), minutes: 'Musyawarah anggota.' };

const take = (name: string) => inMelati((work) => addMember(work, seals, { name }));
const inNoGroup = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, v.dewi, groupTenant(nobody), fn);

beforeAll(async () => {
	await inMelati((work) => editMember(work, seals, v.sari.memberId, { nik: '7271084505850001' as Nik }));
});

otherGroup('memberOf', {
	owner: () => memberOf(db.reader, v.melati.groupId, v.sari.memberId, db.clock()),
	other: () => memberOf(db.reader, v.kenanga.groupId, v.sari.memberId, db.clock()),
	random: () => memberOf(db.reader, v.kenanga.groupId, nobody, db.clock())
});

const sariIn = async (groupId: Id) =>
	(await membersOf(db.reader, groupId, db.clock())).filter(({ id }) => id === v.sari.memberId);

otherGroup('membersOf', {
	owner: () => sariIn(v.melati.groupId),
	other: () => sariIn(v.kenanga.groupId),
	random: () => sariIn(nobody)
});

otherGroup('editMember', {
	owner: () => inMelati((work) => editMember(work, seals, v.wati.memberId, { name: 'Bu Wati' })),
	other: () => inKenanga((work) => editMember(work, seals, v.wati.memberId, { name: 'Bu Wati' })),
	random: () => inKenanga((work) => editMember(work, seals, nobody, { name: 'Bu Wati' }))
});

otherGroup('readNik', {
	owner: () => inMelati((work) => readNik(work, seals, v.sari.memberId)),
	other: () => inKenanga((work) => readNik(work, seals, v.sari.memberId)),
	random: () => inKenanga((work) => readNik(work, seals, nobody))
});

otherGroup('giveAccount', {
	owner: () => inMelati((work) => giveAccount(work, v.wati.memberId)),
	other: () => inKenanga((work) => giveAccount(work, v.wati.memberId)),
	random: () => inKenanga((work) => giveAccount(work, nobody))
});

otherGroup('linkAccount', {
	owner: async () => {
		const [memberId, person] = [await take('Bu Zahra'), await register(db, 'Bu Zahra', '081277777704')];
		await inMelati((work) => linkAccount(work, memberId, person.personId));
	},
	other: async () => {
		const person = await register(db, 'Bu Zahwa', '081277777705');
		await inKenanga((work) => linkAccount(work, v.wati.memberId, person.personId));
	},
	random: async () => {
		const person = await register(db, 'Bu Zaskia', '081277777706');
		await inKenanga((work) => linkAccount(work, nobody, person.personId));
	}
});

otherGroup('makeCashier', {
	owner: () => inMelati((work) => makeCashier(work, v.wati.memberId)),
	other: () => inKenanga((work) => makeCashier(work, v.wati.memberId)),
	random: () => inKenanga((work) => makeCashier(work, nobody))
});

otherGroup('endCashier', {
	owner: () => inMelati((work) => endCashier(work, v.ratna.memberId)),
	other: () => inKenanga((work) => endCashier(work, v.ratna.memberId)),
	random: () => inKenanga((work) => endCashier(work, nobody))
});

otherGroup('memberLeaves', {
	owner: () => inMelati((work) => memberLeaves(work, v.wati.memberId, minutes)),
	other: () => inKenanga((work) => memberLeaves(work, v.ratna.memberId, minutes)),
	random: () => inKenanga((work) => memberLeaves(work, nobody, minutes))
});

/** How many of Melati's members are called so, after someone tried to add one. */
async function afterAdding(name: string, act: () => Promise<unknown>): Promise<number> {
	await act().catch((refused: unknown) => refused);
	return (await membersOf(db.reader, v.melati.groupId, db.clock())).filter((one) => one.name === name).length;
}

otherGroup('addMember', {
	owner: () => afterAdding('Bu Baru', () => inMelati((work) => addMember(work, seals, { name: 'Bu Baru' }))),
	other: () => afterAdding('Bu Lain', () => inKenanga((work) => addMember(work, seals, { name: 'Bu Lain' }))),
	random: () => afterAdding('Bu Entah', () => inNoGroup((work) => addMember(work, seals, { name: 'Bu Entah' })))
});

otherGroup('importMembers', {
	owner: () =>
		afterAdding('Bu Tabel', () => inMelati((work) => importMembers(work, seals, readTable('Nama\nBu Tabel')))),
	other: () =>
		afterAdding('Bu Kolom', () => inKenanga((work) => importMembers(work, seals, readTable('Nama\nBu Kolom')))),
	random: () =>
		afterAdding('Bu Baris', () => inNoGroup((work) => importMembers(work, seals, readTable('Nama\nBu Baris'))))
});
