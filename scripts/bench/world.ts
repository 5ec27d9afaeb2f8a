/** The database that is measured: Palu with its past, and sixteen more e-waroeng whose tills sell. */
import { generateKeyPairSync } from 'node:crypto';
import * as v from 'valibot';
import { groupTenant, systemActor } from '#lib/db/tenant.ts';
import { markInstallation } from '#lib/db/installation.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { type Database, type DatabaseSource, openDatabase } from '#lib/db/open.server.ts';
import type { Seals } from '#lib/db/seal.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { systemClock } from '#lib/kernel/instant.ts';
import { quantityMax, quantity, oneUnit } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { enrolTill } from '#lib/sales/enrol.server.ts';
import { receiveEvents } from '#lib/sales/receive.server.ts';
import { type PublicKey, publicKeyShape } from '#lib/sales/till-key.ts';
import { Chance } from '../demo/chance.ts';
import { found, membersPerGroup } from '../demo/founding.ts';
import { Names } from '../demo/names.ts';
import { Phones } from '../demo/phones.ts';
import type { GroupPlan } from '../demo/plan.ts';
import { populate } from '../demo/populate.ts';
import { noBars } from '../demo/progress.ts';
import { stockUp } from '../demo/stocking.ts';
import { Wall } from '../demo/wall.ts';
import { newPerson, type Registered, type World } from '../demo/world.ts';
import { type BenchTill, TillSales } from './till-sales.ts';

const tillCount = 16;
/** Goods that a till sells from. */
const goodsPerTill = 12;
/** Phone numbers of the demo end below this. */
const phonesFrom = 50_000;

export interface BenchWorld {
	readonly tills: readonly BenchTill[];
	/** Paths of pages that residents read. */
	readonly warungPage: string;
	readonly productPage: string;
	readonly warungList: string;
}

/** Fills the empty database at `source`. */
export async function makeBenchWorld(source: DatabaseSource, seals: Seals, quick: boolean): Promise<BenchWorld> {
	const today = systemClock();
	const wall = new Wall(today);
	await migrate(source);
	const db = openDatabase(source, { clock: wall.clock });
	try {
		await markInstallation(db, 'demo', 'Bench');
		const made = await populate(db, wall, {
			seals,
			scale: 'palu',
			seed: 1,
			today,
			...(quick ? { daysMax: 2 } : {}),
			regions: ['72.71', '32.73']
		});
		const first = present(made.groups[0], 'a group');
		const chance = new Chance(2);
		const world = {
			db,
			wall,
			seals,
			chance,
			names: new Names('palu', chance),
			phones: new Phones(phonesFrom),
			bars: noBars
		};
		const tills: BenchTill[] = [];
		for (let index = 0; index < tillCount; index++) tills.push(await makeTill(world, planOf(index), first.guide));
		return {
			tills,
			warungPage: `/warung/${first.slug}`,
			productPage: `/warung/${first.slug}/1`,
			warungList: '/warung'
		};
	} finally {
		await db.close();
	}
}

function planOf(index: number): GroupPlan {
	return {
		name: `Kube Ukur ${index + 1}`,
		villageCode: '72.71.08.1002',
		address: 'Jl. Ukur',
		main: 'e-waroeng',
		others: [],
		isShop: true,
		life: 'ready',
		founded: 10,
		trade: null
	};
}

async function makeTill(world: World, plan: GroupPlan, guide: Registered): Promise<BenchTill> {
	const { db, wall } = world;
	const people = Array.from({ length: membersPerGroup }, () => newPerson(world));
	const group = await found(world, plan, people, guide);
	const stocked = await stockUp(world, group, wall.today, group.today);
	const goods = stocked.offers.filter(({ isMain, good }) => isMain && good.kind === 'bought').slice(0, goodsPerTill);
	const { cashier } = group.crew;
	const { groupId } = group;
	const { publicKey, privateKey } = tillKey();
	const { id: enrolmentId, code } = await inWork(db, systemActor('bench'), groupTenant(groupId), async (work) => {
		const lines = goods.map(({ productId, good }) => ({
			productId,
			quantity: quantity(quantityMax),
			cost: rupiah((good.cost * quantityMax) / oneUnit)
		}));
		await receiveGoods(work, {
			id: work.newId(),
			supplier: 'bench',
			paidFrom: account.openingEquity,
			note: '',
			happenedAt: work.now,
			lines
		});
		return enrolTill(work, { id: work.newId(), name: 'bench', personId: cashier.personId, publicKey });
	});
	const till = {
		groupId,
		enrolmentId,
		code,
		cashierId: cashier.personId,
		privateKey,
		goods: goods.map(({ good: _, isMain: __, ...good }) => good)
	};
	await sellOne(db, till);
	return till;
}

function tillKey(): { publicKey: PublicKey; privateKey: string } {
	const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	return {
		publicKey: v.parse(publicKeyShape, pair.publicKey.export({ format: 'jwk' })),
		privateKey: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
	};
}

/** The first sale of a till and of its day writes rows that later ones only change. */
async function sellOne(db: Database, till: BenchTill): Promise<void> {
	const { groupId, enrolmentId } = till;
	const texts = [new TillSales(till, 0).next(db.clock())];
	await receiveEvents(db, systemActor('bench'), { groupId, enrolmentId, texts }, (error) => {
		throw error;
	});
}
