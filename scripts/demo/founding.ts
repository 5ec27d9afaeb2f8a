/** Founding a group of the demo: five members with their offices, a cashier, licences and a bank account. */
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { makeCashier, giveAccount } from '#lib/groups/account.server.ts';
import { parseAccountNumber } from '#lib/groups/bank-account.ts';
import { setBankAccount } from '#lib/groups/bank-account.server.ts';
import { foundGroup, type Founder, type Founding } from '#lib/groups/found.server.ts';
import type { LicenceKind } from '#lib/groups/licence.ts';
import { addLicence } from '#lib/groups/licences.server.ts';
import type { OpeningHours } from '#lib/groups/opening-hours.ts';
import { parseKind } from '#lib/groups/kinds.ts';
import { membersOf } from '#lib/groups/people.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { addDays, type Day, dayOf, type Zone } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { zoneOf } from '#lib/regions/zone.ts';
import type { Chance } from './chance.ts';
import type { GroupPlan } from './plan.ts';
import { minutesInto } from './wall.ts';
import { actorOf, type DemoPerson, type Registered, type World } from './world.ts';

/** In the order in which a group of the demo names its five founders. */
const seats = ['chair', 'secretary', 'treasurer', 'cashier', 'member'] as const;
export type Seat = (typeof seats)[number];
export const membersPerGroup = seats.length;

export type Crew = Readonly<Record<Seat, Registered>>;

export interface DemoGroup {
	readonly plan: GroupPlan;
	readonly groupId: Id;
	readonly slug: string;
	readonly zone: Zone;
	readonly crew: Crew;
	/** Its pendamping. */
	readonly guide: Registered;
	readonly memberIds: readonly Id[];
	readonly chance: Chance;
	/** Today where the group is. */
	readonly today: Day;
}

/** So many minutes after midnight: ten in the morning. */
const meetingTime = 600;

export async function found(
	world: World,
	plan: GroupPlan,
	people: readonly DemoPerson[],
	guide: Registered
): Promise<DemoGroup> {
	const { db, wall, seals } = world;
	const zone = zoneOf(plan.villageCode);
	const today = dayOf(wall.today, zone);
	const day = addDays(today, -plan.founded);
	const chance = world.chance.of(plan.name);
	return wall.at(minutesInto(day, zone, meetingTime), async () => {
		const founding = foundingOf(plan, people, day, guide.personId);
		const { groupId, slug, memberIds } = await foundGroup(db, actorOf(guide), founding, seals);
		const crew = await inWork(db, actorOf(guide), groupTenant(groupId), async (work) => {
			const accounts = await accountsOf(work, memberIds);
			await papers(work, world, plan, chance, { day, today });
			return crewOf(people, accounts);
		});
		return { plan, groupId, slug, zone, crew, guide, memberIds, chance, today };
	});
}

function foundingOf(plan: GroupPlan, people: readonly DemoPerson[], day: Day, pendampingId: Id): Founding {
	const { name, villageCode, address, main, others, isShop, life } = plan;
	return {
		name,
		villageCode,
		address,
		businesses: { main, others },
		isShop,
		foundedOn: day,
		phone: people[0]?.phone ?? null,
		story: storyOf(plan),
		openingHours: isShop ? everyDay : workDays,
		status: life === 'forming' ? 'forming' : 'active',
		decision: {
			decidedOn: day,
			minutes: 'Musyawarah lima keluarga membentuk Kube dan memilih pengurus. Semua setuju.'
		},
		members: people.map((person, index) => founder(person, seats[index])),
		pendampingId
	};
}

function founder(person: DemoPerson, seat: Seat | undefined): Founder {
	return seat === undefined || seat === 'cashier' || seat === 'member' ? person : { ...person, office: seat };
}

/** An account for each of the five: officers have theirs, one more sells, one more may look. */
async function accountsOf(work: Work, memberIds: readonly Id[]): Promise<Map<Id, Id>> {
	await makeCashier(work, present(memberIds[seats.indexOf('cashier')], 'a cashier'));
	await giveAccount(work, present(memberIds[seats.indexOf('member')], 'a member'));
	const members = await membersOf(work.reader, work.groupId, work.now);
	const accounts = new Map(
		members.map((member) => [member.id, present(member.personId, `an account of ${member.name}`)])
	);
	return new Map(memberIds.map((memberId) => [memberId, present(accounts.get(memberId), 'an account')]));
}

function crewOf(people: readonly DemoPerson[], accounts: ReadonlyMap<Id, Id>): Crew {
	const registered = [...accounts.values()].map((personId, index) => ({
		...present(people[index], 'a founder'),
		personId
	}));
	const at = (seat: Seat): Registered => present(registered[seats.indexOf(seat)], seat);
	return {
		chair: at('chair'),
		secretary: at('secretary'),
		treasurer: at('treasurer'),
		cashier: at('cashier'),
		member: at('member')
	};
}

interface Days {
	/** On which it was founded. */
	readonly day: Day;
	readonly today: Day;
}

/** A bank account for all but the newest, and the licences that some have: numbers of the right form, given to nobody. */
async function papers(
	work: Work,
	{ seals }: World,
	plan: GroupPlan,
	chance: Chance,
	{ day, today }: Days
): Promise<void> {
	if (plan.life === 'forming') return;
	const number = present(parseAccountNumber(`0000${digits(chance, 8)}`), 'an account number');
	await setBankAccount(work, seals, {
		bank: chance.pick(['BRI', 'BNI', 'Bank Mandiri', 'BSI']),
		holder: plan.name,
		number
	});
	const isFood = present(parseKind(plan.main), plan.main).isFood;
	const has = (kind: LicenceKind, likely: number, number: string, years: number | null): Promise<Id> | null =>
		chance.happens(likely)
			? addLicence(work, {
					kind,
					number,
					holder: plan.name,
					issuedOn: day,
					expiresOn: years === null ? null : addDays(day, years * 365)
				})
			: null;
	await has('nib', plan.isShop ? 1 : 0.6, `00${digits(chance, 11)}`, null);
	if (isFood) await has('halal', plan.isShop ? 0.9 : 0.5, `ID${'0'.repeat(8)}${digits(chance, 9)}`, null);
	if (plan.isShop) await scaleCheck(work, plan, chance.of('scale'), today);
	if (isFood && !plan.isShop) await has('p-irt', 0.4, `000${digits(chance, 12)}`, 5);
}

/** Once a year the regency checks the scale; a few shops are late. */
async function scaleCheck(work: Work, { name }: GroupPlan, chance: Chance, today: Day): Promise<void> {
	const issuedOn = addDays(today, -chance.between(20, 380));
	const expiresOn = addDays(issuedOn, 365);
	await addLicence(work, { kind: 'tera', number: `510.3/${digits(chance, 4)}/UML`, holder: name, issuedOn, expiresOn });
}

function digits(chance: Chance, count: number): string {
	return Array.from({ length: count }, () => chance.between(0, 9)).join('');
}

const everyDay: OpeningHours = Array.from({ length: 7 }, () => ({ opens: '07:00', closes: '20:00' }));
const workDays: OpeningHours = Array.from({ length: 7 }, (_, weekday) =>
	weekday === 6 ? null : { opens: '08:00', closes: '17:00' }
);

function storyOf({ life, isShop, main }: GroupPlan): string {
	if (life === 'year')
		return 'Lima keluarga lulusan PKH membuka warung ini bersama. Beras, telur, sayur dan ikan datang tiap pagi; kue dibuat sendiri oleh anggota.';
	if (isShop) return 'Warung milik lima keluarga. Harga tertulis di tiap barang, keuntungan dibagi bersama.';
	const food = parseKind(main)?.isFood === true;
	return food
		? 'Dibuat dan dijual lima keluarga. Bisa pesan untuk acara.'
		: 'Usaha bersama lima keluarga. Terima pesanan.';
}
