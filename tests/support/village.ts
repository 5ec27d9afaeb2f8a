/** One small named world, made through the real commands: two groups in Palu, their people, and a few goods. */
import { addStarterGoods } from '#lib/catalog/add-starter.server.ts';
import type { AddedProduct } from '#lib/catalog/add-product.server.ts';
import type { UnitKey } from '#lib/catalog/units.ts';
import type { Database } from '#lib/db/open.server.ts';
import { Seals } from '#lib/db/seal.server.ts';
import { type Actor, groupTenant, PLATFORM, type Tenant } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { giveAccount, makeCashier } from '#lib/groups/account.server.ts';
import { type Founder, foundGroup } from '#lib/groups/found.server.ts';
import type { KindKey } from '#lib/groups/kinds.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { foundOffice } from '#lib/identity/offices.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { loadRegions } from '#lib/regions/load.server.ts';
import { give, register, setup } from './people.ts';

export const palu = '72.71';
export const lasoani = '72.71.08.1005';
export const talise = '72.71.08.1003';

/** Keys that no installation has. */
export const seals = new Seals([{ id: 'k1', secret: Buffer.alloc(32, 7).toString('base64') }]);

/** A person who signs in. */
export type Person = Actor & { readonly personId: Id };

/** A member of a group, who is one of its people too. */
export interface Villager extends Person {
	readonly memberId: Id;
}

export interface Goods {
	readonly productId: Id;
	readonly number: number;
	/** The id of a unit it is sold in. */
	readonly unitId: (unit: UnitKey) => Id;
}

export interface VillageGroup {
	readonly groupId: Id;
	readonly slug: string;
	readonly tenant: Tenant;
}

export interface Village {
	/** An e-waroeng in Lasoani. */
	readonly melati: VillageGroup;
	/** Bakers in Talise. */
	readonly kenanga: VillageGroup;
	/** Melati's chair, secretary, treasurer, cashier, and a member. */
	readonly sari: Villager;
	readonly umar: Villager;
	readonly ani: Villager;
	readonly ratna: Villager;
	readonly wati: Villager;
	/** Kenanga's chair, secretary and treasurer. */
	readonly joko: Villager;
	readonly tini: Villager;
	readonly lina: Villager;
	/** The pendamping of both, and the head of Dinsos Palu. */
	readonly dewi: Person;
	readonly hasan: Person;
	/** Melati's goods: rice by kg, litre and sack; eggs by egg, tray and kg; tempeh by the board; mending. */
	readonly beras: Goods;
	readonly telur: Goods;
	readonly tempe: Goods;
	readonly permak: Goods;
	/** Kenanga's. */
	readonly kue: Goods;
}

/** The day on which both groups were founded. */
export const foundedOn = day('2026-11-20');

/** Makes the village in an empty database; its groups are active and its goods have prices, but nothing is in stock. */
export async function village(db: Database): Promise<Village> {
	await loadRegions(db, { only: [palu] });
	const hasan = await register(db, 'Pak Hasan', '081100000001');
	const dewi = await register(db, 'Bu Dewi', '081100000002');
	const about = { name: 'Dinas Sosial Kota Palu', level: 'city', regionCode: palu } as const;
	const office = await inWork(db, setup, PLATFORM, (work) => foundOffice(work, about));
	await give(db, hasan.personId, { role: 'office-admin', scopeId: office, regionCode: palu });
	const melati = await founded(db, dewi, {
		name: 'Kube Melati', villageCode: lasoani, address: 'Jl. Lasoani No. 12', main: 'e-waroeng', isShop: true,
		members: [
			{ name: 'Bu Sari', phone: '081200000001', office: 'chair' },
			{ name: 'Pak Umar', phone: '081200000002', office: 'secretary' },
			{ name: 'Bu Ani', phone: '081200000003', office: 'treasurer' },
			{ name: 'Bu Ratna', phone: '081200000004' },
			{ name: 'Bu Wati', phone: '081200000005' }
		]
	}); // prettier-ignore
	const kenanga = await founded(db, dewi, {
		name: 'Kube Kenanga', villageCode: talise, address: 'Jl. Talise No. 3', main: 'kue', isShop: false,
		members: [
			{ name: 'Pak Joko', phone: '081300000001', office: 'chair' },
			{ name: 'Bu Tini', phone: '081300000002', office: 'secretary' },
			{ name: 'Bu Lina', phone: '081300000003', office: 'treasurer' },
			{ name: 'Pak Amir', phone: '081300000004' },
			{ name: 'Bu Nur', phone: '081300000005' }
		]
	}); // prettier-ignore
	const ratnaId = present(melati.memberIds[3], 'Bu Ratna');
	await inWork(db, dewi, melati.group.tenant, (work) => makeCashier(work, ratnaId));
	const [sari, umar, ani, ratna, wati] = await villagers(db, dewi, melati);
	const [joko, tini, lina] = await villagers(db, dewi, kenanga);
	const [beras, telur, tempe, permak] = await goods(db, melati.group, [
		'beras-medium',
		'telur-ayam',
		'tempe',
		'permak'
	]);
	const [kue] = await goods(db, kenanga.group, ['kue-lapis']);
	return all({
		melati: melati.group, kenanga: kenanga.group, sari, umar, ani, ratna, wati, joko, tini, lina, dewi, hasan, beras,
		telur, tempe, permak, kue
	}); // prettier-ignore
}

/** Runs works of one group, done by its pendamping unless another actor is named. */
export function worksOf(db: Database, { tenant }: VillageGroup, actor: Actor) {
	return <Value>(fn: (work: Work) => Promise<Value>, by: Actor = actor): Promise<Value> => inWork(db, by, tenant, fn);
}

/** An id that nothing has. */
export const nobody = id('01900000-ffff-7000-8000-000000000000');

interface Plan {
	readonly name: string;
	readonly villageCode: string;
	readonly address: string;
	readonly main: KindKey;
	readonly isShop: boolean;
	readonly members: readonly Founder[];
}

interface Founded {
	readonly group: VillageGroup;
	readonly memberIds: readonly Id[];
}

async function founded(db: Database, pendamping: Person, { main, ...plan }: Plan): Promise<Founded> {
	const decision = { decidedOn: foundedOn, minutes: 'Musyawarah pembentukan.' };
	const businesses = { main, others: [] };
	const rest = { businesses, status: 'active', decision, foundedOn, pendampingId: pendamping.personId } as const;
	const { groupId, slug, memberIds } = await foundGroup(db, setup, { ...plan, ...rest }, seals);
	return { group: { groupId, slug, tenant: groupTenant(groupId) }, memberIds };
}

/** The members of a group as people, each with an account. */
async function villagers(db: Database, pendamping: Person, { group, memberIds }: Founded): Promise<Villager[]> {
	return inWork(db, pendamping, group.tenant, async (work) => {
		const people: Villager[] = [];
		for (const memberId of memberIds) {
			const personId = await giveAccount(work, memberId);
			const { name } = await memberOf(work.reader, group.groupId, memberId, work.now);
			people.push({ memberId, personId, name });
		}
		return people;
	});
}

async function goods(db: Database, { tenant }: VillageGroup, keys: readonly string[]): Promise<Goods[]> {
	const added = await inWork(db, setup, tenant, (work) => addStarterGoods(work, keys.map((key) => ({ key })))); // prettier-ignore
	return added.map(goodsOf);
}

export function goodsOf({ productId, number, units }: AddedProduct): Goods {
	const unitId = (unit: UnitKey): Id => present(units.find((sold) => sold.unit === unit), `the unit ${unit}`).unitId; // prettier-ignore
	return { productId, number, unitId };
}

/** Passes a world in which nobody and nothing is missing. */
function all<World extends object>(world: { [Name in keyof World]: World[Name] | undefined }): World {
	for (const [name, one] of Object.entries(world)) present(one, name);
	return world as World;
}
