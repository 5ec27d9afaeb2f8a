/** Filling a database with a demo: the offices, then every group with its past. */
import type { Database } from '#lib/db/open.server.ts';
import type { Seals } from '#lib/db/seal.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Instant, later } from '#lib/kernel/instant.ts';
import { loadRegions } from '#lib/regions/load.server.ts';
import { Chance } from './chance.ts';
import { type DemoGroup, found, membersPerGroup } from './founding.ts';
import { jabarPlan } from './jabar.ts';
import { live } from './life.ts';
import { Names, type Scale } from './names.ts';
import { makeOffices, type OfficePlan, type Offices } from './offices.ts';
import { givePasswords } from './passwords.ts';
import { Phones } from './phones.ts';
import { type GroupPlan, paluPlan } from './plan.ts';
import { type Bar, type Bars, noBars } from './progress.ts';
import type { SignIn } from './sign-ins.ts';
import type { Wall } from './wall.ts';
import { newPerson, type Registered, type World } from './world.ts';

export interface Making {
	readonly seals: Seals;
	readonly scale: Scale;
	readonly seed: number;
	/** The last moment of the demo. */
	readonly today: Instant;
	/** Shortens the past of the groups that have no story of their own. */
	readonly daysMax?: number;
	/** Only these regions are loaded; all of the country unless given. */
	readonly regions?: readonly string[];
	/** Shows how far it is. */
	readonly bars?: Bars;
}

export interface Made {
	readonly groups: readonly DemoGroup[];
	readonly signIns: readonly SignIn[];
}

export const officePlans: Readonly<Record<Scale, OfficePlan>> = {
	palu: { name: 'Dinas Sosial Kota Palu', level: 'city', regionCode: '72.71', staff: 2, pendamping: 8, agency: 'Dinas Kesehatan Kota Palu' },
	jabar: { name: 'Dinas Sosial Provinsi Jawa Barat', level: 'province', regionCode: '32', staff: 4, pendamping: 54, agency: 'Dinas Pendidikan Provinsi Jawa Barat' }
}; // prettier-ignore

/** Groups that live at the same time, so that their works share commits. */
const atOnce = 16;
/** The office and its people are there before the oldest group, in days before today. */
const officeDays = 1200;
const dayMs = 86_400_000;

/** Fills a migrated and marked database whose clock is `wall`'s. */
export async function populate(
	db: Database,
	wall: Wall,
	{ seals, scale, seed, today, daysMax = Infinity, regions, bars = noBars }: Making
): Promise<Made> {
	const chance = new Chance(seed);
	const names = new Names(scale, chance.of('names'));
	const world = { db, wall, seals, chance, names, phones: new Phones(), bars };
	return wall.at(later(today, -officeDays * dayMs), async () => {
		await placeRegions(world, regions);
		const offices = await makeOffices(world, officePlans[scale]);
		const plans =
			scale === 'palu' ? paluPlan(chance.of('palu'), daysMax) : await jabarPlan(db.reader, chance.of('jabar'));
		const groups = await settle(world, plans, offices);
		return { groups, signIns: await givePasswords(world, offices, groups) };
	});
}

async function placeRegions({ db, bars }: World, only: readonly string[] | undefined): Promise<void> {
	let bar: Bar | null = null;
	let before = 0;
	const onProgress = (done: number, all: number): void => {
		bar ??= bars('regions', all);
		bar.add(done - before);
		before = done;
	};
	await loadRegions(db, only === undefined ? { onProgress } : { only, onProgress });
}

/** Founds every group and lets it live; people get their names in the order of the plan, whoever is quicker. */
async function settle(world: World, plans: readonly GroupPlan[], offices: Offices): Promise<DemoGroup[]> {
	const people = plans.map(() => Array.from({ length: membersPerGroup }, () => newPerson(world)));
	const days = plans.reduce((sum, plan) => sum + daysOf(plan), 0);
	const bar = world.bars(`${plans.length} groups`, days);
	const guideOf = guides(plans, offices);
	const groups = await inParallel(plans, async (plan, index) => {
		const group = await found(world, plan, people[index] ?? [], guideOf(plan));
		bar.add(1);
		await live(world, group, () => bar.add(1));
		return group;
	});
	bar.finish();
	return groups;
}

function daysOf({ trade }: GroupPlan): number {
	return 1 + (trade === null ? 0 : trade.from - trade.until + 1);
}

/** Each district has a pendamping of its own as far as they go round. */
function guides(plans: readonly GroupPlan[], { pendamping }: Offices): (plan: GroupPlan) => Registered {
	const districts = [...new Set(plans.map(({ villageCode }) => villageCode.slice(0, 8)))].sort();
	return ({ villageCode }) =>
		present(pendamping[districts.indexOf(villageCode.slice(0, 8)) % pendamping.length], 'a pendamping');
}

/** Maps `items` with at most `atOnce` under way, keeping their order. */
async function inParallel<Item, Value>(
	items: readonly Item[],
	map: (item: Item, index: number) => Promise<Value>
): Promise<Value[]> {
	const values: Value[] = [];
	let next = 0;
	const worker = async (): Promise<void> => {
		for (let index = next++; index < items.length; index = next++) {
			const item = items[index];
			if (item !== undefined) values[index] = await map(item, index);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return values;
}
