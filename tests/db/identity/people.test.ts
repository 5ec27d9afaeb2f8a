/** People, their roles, and who finds them. */
import { expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { groupTenant, PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { parseEmail } from '#lib/identity/email.ts';
import { erasePerson, HasRoles } from '#lib/identity/erase.server.ts';
import { foundAgency, foundOffice, agencies, offices } from '#lib/identity/offices.server.ts';
import {
	editPerson,
	EmailTaken,
	personById,
	personByPhone,
	PhoneTaken,
	registerPerson
} from '#lib/identity/people.server.ts';
import { may } from '#lib/identity/permissions.ts';
import { endRole, grantRole, grantsOf, holdersOf, readGrants, RoleHeld } from '#lib/identity/roles.server.ts';
import { searchPeople } from '#lib/identity/search.server.ts';
import { createSession, readSession } from '#lib/identity/sessions.server.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { later } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { loadRegions } from '#lib/regions/load.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { emptyGroup, give, lasoani, phone, register, setup } from '#tests/support/people.ts';

const db: TestDatabase = await freshDatabase();
await loadRegions(db, { only: ['72.71.08'] });

test('a phone number and an e-mail address belong to one person', async () => {
	const sari = await register(db, 'Bu Sari', '081200000001');
	const again = inWork(db, setup, PLATFORM, (work) =>
		registerPerson(work, { name: 'Lain', phone: phone('+62 812 0000 0001') })
	);
	await expect(again).rejects.toThrow(PhoneTaken);
	expect(await personByPhone(db.reader, phone('081200000001'))).toMatchObject({
		id: sari.personId,
		name: 'Bu Sari',
		hasPassword: false
	});

	const email = parseEmail('joko@palu.go.id');
	const joko = await inWork(db, setup, PLATFORM, (work) =>
		registerPerson(work, { name: 'Pak Joko', phone: null, email })
	);
	const other = inWork(db, setup, PLATFORM, (work) => registerPerson(work, { name: 'Lain', phone: null, email }));
	await expect(other).rejects.toThrow(EmailTaken);
	await expect(inWork(db, setup, PLATFORM, (work) => editPerson(work, sari.personId, { email }))).rejects.toThrow(
		EmailTaken
	);
	await inWork(db, setup, PLATFORM, (work) => editPerson(work, joko, { name: 'Joko', language: 'en' }));
	expect(await personById(db.reader, joko)).toMatchObject({ name: 'Joko', language: 'en', email });
});

test('what is recorded of a person in the audit names nobody', async () => {
	const person = await register(db, 'Bu Rahasia', '081200000099');
	const rows = await db.reader.selectFrom('auditEntry').selectAll().where('subjectId', '=', person.personId).execute();
	expect(rows).toHaveLength(1);
	expect(JSON.stringify(rows)).not.toMatch(/Rahasia|0812|62812/);
});

test('a role lasts from its beginning until it is ended, to the moment', async () => {
	const group = await emptyGroup(db);
	const ida = await register(db, 'Bu Ida', '081200000002');
	const grantId = await give(db, ida.personId, { role: 'treasurer', scopeId: group });
	const begun = db.clock();
	const place = { scope: 'group', id: group, regionCode: lasoani } as const;
	expect(may(await grantsOf(db.reader, ida.personId, begun), 'books.post', place)).toBe(true);
	expect(await readGrants(db, ida.personId, begun)).toEqual(await grantsOf(db.reader, ida.personId, begun));
	expect(await holdersOf(db.reader, 'group', group, begun)).toMatchObject([
		{ name: 'Bu Ida', role: 'treasurer', since: begun }
	]);
	expect(await grantsOf(db.reader, ida.personId, later(begun, -1))).toEqual([]);

	db.pass(1000);
	await inWork(db, setup, groupTenant(group), (work) => endRole(work, { grantId, decisionId: work.newId() }));
	expect(await grantsOf(db.reader, ida.personId, db.clock())).toEqual([]);
	expect(await grantsOf(db.reader, ida.personId, later(db.clock(), -1))).toHaveLength(1);
	const again = inWork(db, setup, groupTenant(group), (work) => endRole(work, { grantId }));
	await expect(again).rejects.toThrow(NotFound);
	const { entries } = await auditTrail(db.reader, group);
	expect(entries.map((entry) => entry.action)).toEqual(['role.ended', 'role.granted']);
});

test('a role is not given twice, nor to nobody, nor without the decision it needs', async () => {
	const group = await emptyGroup(db);
	const ani = await register(db, 'Bu Ani', '081200000003');
	await give(db, ani.personId, { role: 'chair', scopeId: group });
	await expect(give(db, ani.personId, { role: 'chair', scopeId: group })).rejects.toThrow(RoleHeld);
	await expect(give(db, newId(), { role: 'member', scopeId: group })).rejects.toThrow(NotFound);
	const chair = { personId: ani.personId, role: 'chair', scope: 'group', scopeId: group, regionCode: lasoani } as const;
	await expect(inWork(db, setup, groupTenant(group), (work) => grantRole(work, chair))).rejects.toThrow(
		'needs a decision'
	);
});

test('a work gives roles of its own tenant only', async () => {
	const [own, other] = [await emptyGroup(db), await emptyGroup(db)];
	const person = await register(db, 'Pak Udin', '081200000004');
	const cashier = {
		personId: person.personId,
		role: 'cashier',
		scope: 'group',
		scopeId: other,
		regionCode: lasoani
	} as const;
	await expect(inWork(db, setup, groupTenant(own), (work) => grantRole(work, cashier))).rejects.toThrow(
		'not given in a work'
	);
	await expect(inWork(db, setup, PLATFORM, (work) => grantRole(work, cashier))).rejects.toThrow('not given in a work');
	const admin = {
		personId: person.personId,
		role: 'administrator',
		scope: 'platform',
		scopeId: 'platform',
		regionCode: ''
	} as const;
	await expect(inWork(db, setup, groupTenant(own), (work) => grantRole(work, admin))).rejects.toThrow(
		'not given in a work'
	);
});

test('an office is founded in a known region, an agency is a tenant of its own', async () => {
	const office = { name: 'Dinas Sosial Kota Palu', level: 'city', regionCode: '72.71' } as const;
	const officeId = await inWork(db, setup, PLATFORM, (work) => foundOffice(work, office));
	expect(await offices(db.reader)).toEqual([{ id: officeId, ...office }]);
	const nowhere = inWork(db, setup, PLATFORM, (work) => foundOffice(work, { ...office, regionCode: '99.99' }));
	await expect(nowhere).rejects.toThrow(NotFound);
	const agencyId = await foundAgency(db, setup, { name: 'SDN 1 Lasoani', regionCode: lasoani });
	expect(await agencies(db.reader)).toEqual([{ id: agencyId, name: 'SDN 1 Lasoani', regionCode: lasoani }]);
	expect((await auditTrail(db.reader, agencyId)).entries).toMatchObject([{ action: 'agency.founded' }]);
	await expect(foundAgency(db, setup, { name: 'Di mana', regionCode: '99.99' })).rejects.toThrow(NotFound);
});

test('a form that arrives twice founds one agency', async () => {
	const message = { id: db.newId(), kind: 'form', body: 'SMP 2' };
	const twice = () => foundAgency(db, setup, { name: 'SMP 2', regionCode: lasoani }, message);
	expect(await Promise.all([twice(), twice()])).toEqual([message.id, message.id]);
	expect((await agencies(db.reader)).filter(({ name }) => name === 'SMP 2')).toHaveLength(1);
});

test('an office finds the people of its region by name, and anyone by their whole number', async () => {
	const [here, there] = [await emptyGroup(db), await emptyGroup(db)];
	const near = await register(db, 'Wati Binaan', '081200000011');
	const far = await register(db, 'Wati Jauh', '081200000012');
	await register(db, 'Wati Sendiri', '081200000013');
	await give(db, near.personId, { role: 'member', scopeId: here });
	await give(db, far.personId, { role: 'member', scopeId: there, regionCode: '32.73.01.1001' });
	const names = async (text: string, within: string[]): Promise<string[]> =>
		(await searchPeople(db.reader, { text, within, at: db.clock() })).people.map((person) => person.name);
	expect(await names('wati', ['72.71'])).toEqual(['Wati Binaan']);
	expect(await names('BINAAN wati', ['72.71'])).toEqual(['Wati Binaan']);
	expect(await names('wati', ['72.7'])).toEqual([]);
	expect(await names('wati', [''])).toEqual(['Wati Binaan', 'Wati Jauh', 'Wati Sendiri']);
	expect(await names('0812-0000-0012', ['72.71'])).toEqual(['Wati Jauh']);
	expect(await names('%', ['72.71'])).toEqual(await names('', ['72.71']));
	const first = await searchPeople(db.reader, { text: 'wati', within: [''], at: db.clock(), limit: 2 });
	const rest = await searchPeople(db.reader, {
		text: 'wati',
		within: [''],
		at: db.clock(),
		limit: 2,
		after: first.next
	});
	expect([first.people.length, rest.people.map((person) => person.name), rest.next]).toEqual([
		2,
		['Wati Sendiri'],
		null
	]);
});

test('erasing someone takes their name and number and ends their sessions; a person with duties is kept', async () => {
	const group = await emptyGroup(db);
	const person = await register(db, 'Bu Pergi', '081200000021');
	const grantId = await give(db, person.personId, { role: 'member', scopeId: group });
	const { token } = await createSession(db, person.personId, '');
	const erase = (): Promise<void> => inWork(db, setup, PLATFORM, (work) => erasePerson(work, person.personId));
	await expect(erase()).rejects.toThrow(HasRoles);
	await inWork(db, setup, groupTenant(group), (work) => endRole(work, { grantId }));
	await erase();
	await expect(personById(db.reader, person.personId)).rejects.toThrow(NotFound);
	expect(await readSession(db, token)).toBeNull();
	await register(db, 'Pemilik Baru', '081200000021');
	await expect(erase()).rejects.toThrow(NotFound);
});

const melati = await emptyGroup(db);
const kenanga = await emptyGroup(db);
const joko = await register(db, 'Pak Joko', '081200000031');
let count = 0;

/** A fresh role in Kube Melati. */
const roleInMelati = async () => {
	const person = await register(db, `Anggota ${++count}`, `08130000000${count}`);
	return give(db, person.personId, { role: 'member', scopeId: melati });
};

otherGroup('endRole', {
	owner: async () => {
		const grantId = await roleInMelati();
		await inWork(db, joko, groupTenant(melati), (work) => endRole(work, { grantId }));
		return 'ended';
	},
	other: async () => {
		const grantId = await roleInMelati();
		return inWork(db, joko, groupTenant(kenanga), (work) => endRole(work, { grantId }));
	},
	random: () => inWork(db, joko, groupTenant(kenanga), (work) => endRole(work, { grantId: newId() }))
});

const joinMelati = async (tenant: Id): Promise<string> => {
	const { personId } = await register(db, `Calon ${++count}`, `08130000000${count}`);
	const place = { scope: 'group', scopeId: melati, regionCode: lasoani } as const;
	await inWork(db, joko, groupTenant(tenant), (work) => grantRole(work, { personId, role: 'member', ...place }));
	return 'joined';
};

otherGroup('grantRole', {
	owner: () => joinMelati(melati),
	other: () => joinMelati(kenanga),
	random: async () => {
		const place = { scope: 'group', scopeId: newId(), regionCode: lasoani } as const;
		const { personId } = joko;
		await inWork(db, joko, groupTenant(kenanga), (work) => grantRole(work, { personId, role: 'member', ...place }));
	}
});

otherGroup('holdersOf', {
	owner: () => holdersOf(db.reader, 'group', melati, db.clock()),
	other: () => holdersOf(db.reader, 'group', kenanga, db.clock()),
	random: () => holdersOf(db.reader, 'group', newId(), db.clock())
});
