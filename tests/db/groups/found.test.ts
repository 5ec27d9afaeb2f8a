/** Founding groups: their address, their zone, their first decision and people. */
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { OtherContent } from '#lib/db/receive.server.ts';
import { systemActor } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { DecidedLater } from '#lib/groups/decide.server.ts';
import { plainSettings } from '#lib/groups/settings.ts';
import { decisionsOf } from '#lib/groups/decisions.server.ts';
import { editGroup, editSettings } from '#lib/groups/edit-group.server.ts';
import { type Founder, foundGroup, type Founding, NotAVillage, TwoForOneOffice } from '#lib/groups/found.server.ts';
import { FamilyTaken, MemberTwice } from '#lib/groups/member.ts';
import type { Nik } from '#lib/groups/nik.ts';
import { membersOf, officersOf, pendampingOf } from '#lib/groups/people.server.ts';
import { businessesOf, groupBySlug, groupOf } from '#lib/groups/queries.server.ts';
import { GroupFull } from '#lib/groups/register.ts';
import { ConflictOfInterest } from '#lib/groups/standing.ts';
import { day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { lasoani, palu, seals, talise, type Village, village } from '#tests/support/village.ts';

const dinsos = systemActor('dinsos');
const today = day('2026-11-21');
const nik = '7271084505850001' as Nik;

let db: TestDatabase;
let v: Village;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
});

function plan(name: string, more: Partial<Founding> = {}): Founding {
	const decision = { decidedOn: today, minutes: 'Sepakat membentuk Kube.' };
	return {
		name,
		villageCode: lasoani,
		address: 'Jl. Uji 1',
		businesses: { main: 'kue', others: [] },
		isShop: false,
		status: 'forming',
		decision,
		...more
	};
}

const found = (founding: Founding) => foundGroup(db, dinsos, founding, seals);

async function groupsCalled(name: string): Promise<number> {
	const rows = await db.reader.selectFrom('kube').select('groupId').where('name', '=', name).execute();
	return rows.length;
}

describe('a new group', () => {
	test('stands in its village, in the zone of its province, with its first decision', async () => {
		const { groupId, slug } = await found(
			plan('Kube Anggrek', { businesses: { main: 'kue', others: ['kopi'] }, story: 'Dari ibu-ibu RT 3.' })
		);
		const group = await groupBySlug(db.reader, slug);
		expect(group).toMatchObject({
			groupId,
			slug: 'kube-anggrek',
			name: 'Kube Anggrek',
			zone: 'Asia/Makassar',
			status: 'forming',
			isShop: false,
			openingHours: null
		});
		expect(await businessesOf(db.reader, groupId)).toEqual({ main: 'kue', others: ['kopi'] });
		const { decisions, next } = await decisionsOf(db.reader, groupId);
		expect(decisions).toMatchObject([
			{
				number: 1,
				kind: 'founding',
				minutes: 'Sepakat membentuk Kube.',
				effect: { status: 'forming' },
				recordedBy: null
			}
		]);
		expect(next).toBeNull();
		expect((await auditTrail(db.reader, groupId)).entries.map((entry) => entry.action)).toEqual(['group.founded']);
	});

	test('gets an address of its own, readable however often the name is taken', async () => {
		const slugs = [];
		for (let time = 0; time < 3; time++) slugs.push((await found(plan('Kube Mawar', { villageCode: talise }))).slug);
		expect(slugs).toEqual(['kube-mawar', 'kube-mawar-talise', 'kube-mawar-talise-2']);
	});

	test('keeps its address when it is called something else, and is found by the new name', async () => {
		const { groupId, slug } = await found(plan('Kube Dahlia'));
		await inWork(db, dinsos, { kind: 'group', id: groupId }, (work) =>
			editGroup(work, { name: 'Kube Dahlia Jaya', businesses: { main: 'tenun', others: ['jahit'] } })
		);
		expect(await groupBySlug(db.reader, slug)).toMatchObject({ name: 'Kube Dahlia Jaya', slug });
		expect(await businessesOf(db.reader, groupId)).toEqual({ main: 'tenun', others: ['jahit'] });
	});

	test('can begin with members, three officers and a pendamping', async () => {
		const founding = plan('Kube Teratai', {
			members: [
				{ name: 'Bu Eka', office: 'chair', nik: '7271084505900002' as Nik },
				{ name: 'Bu Dwi', office: 'treasurer' },
				{ name: 'Pak Tri', office: 'secretary' },
				{ name: 'Bu Catur' }
			],
			pendampingId: v.dewi.personId
		});
		const { groupId, memberIds } = await found(founding);
		const now = db.clock();
		expect(await officersOf(db.reader, groupId, now)).toEqual({
			chair: memberIds[0],
			treasurer: memberIds[1],
			secretary: memberIds[2]
		});
		expect((await pendampingOf(db.reader, groupId, now)).map((holder) => holder.personId)).toEqual([v.dewi.personId]);
		expect((await membersOf(db.reader, groupId, now)).find((member) => member.name === 'Bu Eka')).toMatchObject({
			maskedNik: '••••••••••••0002',
			joinedOn: today
		});
	});
});

describe('a form that arrives twice', () => {
	const arrived = (id: Id, founding: Founding, body = founding.name) =>
		foundGroup(db, dinsos, founding, seals, { id, kind: 'form', body });

	test('founds one group, and the second time gives the first answer', async () => {
		const id = db.newId();
		const founding = plan('Kube Kamboja', { members: [{ name: 'Bu Eka', office: 'chair' }] });
		const [once, again] = await Promise.all([arrived(id, founding), arrived(id, founding)]);
		expect(once).toMatchObject({ groupId: id, slug: 'kube-kamboja' });
		expect(again).toEqual(once);
		expect(await arrived(id, founding)).toEqual(once);
		expect(await groupsCalled('Kube Kamboja')).toBe(1);
		expect((await decisionsOf(db.reader, id)).decisions).toHaveLength(1);
		const { entries } = await auditTrail(db.reader, id);
		expect(entries.filter(({ action }) => action === 'group.founded')).toHaveLength(1);
	});

	test('is refused when it says something else under the same id', async () => {
		const id = db.newId();
		await arrived(id, plan('Kube Kemuning'));
		await expect(arrived(id, plan('Kube Lain'), 'something else')).rejects.toThrow(OtherContent);
		expect(await groupsCalled('Kube Lain')).toBe(0);
	});

	test('is refused under the id of a group that was not founded by it, which stays as it is', async () => {
		await expect(arrived(v.melati.groupId, plan('Kube Palsu'))).rejects.toThrow(OtherContent);
		expect(await groupsCalled('Kube Palsu')).toBe(0);
		expect(await groupOf(db.reader, v.melati.groupId)).toMatchObject({ name: 'Kube Melati' });
	});

	test('may be sent again after it was refused', async () => {
		const id = db.newId();
		await expect(arrived(id, plan('Kube Wijaya', { villageCode: palu }))).rejects.toThrow(NotAVillage);
		expect(await arrived(id, plan('Kube Wijaya'))).toMatchObject({ groupId: id });
	});
});

describe('is refused, and nothing of it stays', () => {
	const many: Founder[] = Array.from({ length: 21 }, (_, index) => ({ name: `Anggota ${index}` }));

	test.each<[string, Partial<Founding>, new (...details: never[]) => Error]>([
		['in a city instead of a village', { villageCode: palu }, NotAVillage],
		['in a village that there is not', { villageCode: '72.71.08.9999' }, NotFound],
		['with twenty-one members', { members: many }, GroupFull],
		[
			'with two chairs',
			{
				members: [
					{ name: 'Bu Eka', office: 'chair' },
					{ name: 'Bu Dwi', office: 'chair' }
				]
			},
			TwoForOneOffice
		],
		[
			'with the same NIK twice',
			{
				members: [
					{ name: 'Bu Eka', nik },
					{ name: 'Bu Dwi', nik }
				]
			},
			MemberTwice
		],
		['by a decision of tomorrow', { decision: { decidedOn: day('2026-11-22'), minutes: 'Besok.' } }, DecidedLater]
	])('%s', async (how, more, refusal) => {
		await expect(found(plan(`Kube ${how}`, more))).rejects.toThrow(refusal);
		expect(await groupsCalled(`Kube ${how}`)).toBe(0);
	});

	test('with a family that is in another active group', async () => {
		await found(plan('Kube Cempaka', { members: [{ name: 'Bu Eka', nik }] }));
		await expect(found(plan('Kube Flamboyan', { members: [{ name: 'Bu Eka', nik }] }))).rejects.toThrow(
			new FamilyTaken('Bu Eka')
		);
		expect(await groupsCalled('Kube Flamboyan')).toBe(0);
	});

	test('with a pendamping who is a member somewhere', async () => {
		await expect(found(plan('Kube Seroja', { pendampingId: v.joko.personId }))).rejects.toThrow(ConflictOfInterest);
	});
});

describe('what a group changes of itself', () => {
	const hours = [...Array.from({ length: 6 }, () => ({ opens: '07:00', closes: '17:00' })), null];

	test('its page: a field that is not named stays', async () => {
		await inWork(db, v.sari, v.melati.tenant, (work) =>
			editGroup(work, { story: 'Warung kami.', openingHours: hours, phone: '+6281200000001' })
		);
		expect(await groupOf(db.reader, v.melati.groupId)).toMatchObject({
			name: 'Kube Melati',
			story: 'Warung kami.',
			openingHours: hours,
			isShop: true
		});
		await inWork(db, v.sari, v.melati.tenant, (work) => editGroup(work, { openingHours: null }));
		expect(await groupOf(db.reader, v.melati.groupId)).toMatchObject({ story: 'Warung kami.', openingHours: null });
	});

	test('its switches', async () => {
		const settings = { ...plainSettings, shifts: true, secondPerson: true, creditLimit: 200_000 };
		await inWork(db, v.sari, v.melati.tenant, (work) => editSettings(work, settings));
		expect((await groupOf(db.reader, v.melati.groupId)).settings).toEqual(settings);
		const { entries } = await auditTrail(db.reader, v.melati.groupId, { limit: 1 });
		expect(entries).toMatchObject([{ action: 'group.settings', actorName: 'Bu Sari', facts: settings }]);
	});
});

test('nobody is told apart from nothing: an address that no group has', async () => {
	await expect(groupBySlug(db.reader, 'kube-tidak-ada')).rejects.toThrow(NotFound);
});
