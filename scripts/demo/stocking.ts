/** A group of the demo gets ready: it picks goods from the starter list, opens its books and fills its shelf. */
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { addProduct } from '#lib/catalog/add-product.server.ts';
import { addStarterGoods } from '#lib/catalog/add-starter.server.ts';
import type { AddedProduct } from '#lib/catalog/add-product.server.ts';
import type { StarterGood } from '#lib/catalog/starter-good.ts';
import { starterOf } from '#lib/catalog/starter.ts';
import { markStep } from '#lib/groups/ready.server.ts';
import { readySteps } from '#lib/groups/readiness.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import type { ReceiptSource } from '#lib/inventory/receipt-source.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { openBooks } from '#lib/ledger/opening.server.ts';
import type { Offer } from './basket.ts';
import type { DemoGroup } from './founding.ts';
import { goodsFor } from './goods.ts';
import { type Bought, Shelf } from './shelf.ts';
import { actorOf, type World } from './world.ts';

export interface Stocked {
	/** Every unit of every product with its price of today; prices change as time passes. */
	readonly offers: Offer[];
	readonly shelf: Shelf;
}

/** What the group had when its books began, in rupiah. */
const shopOpening = { drawer: 500_000, bank: 6_000_000 };
const smallOpening = { drawer: 250_000, bank: 1_500_000 };

/** The member's part of a consigned sale stays with the group at this rate, in thousandths. */
const commission = 100;

export async function stockUp({ db, wall }: World, group: DemoGroup, at: Instant, day: Day): Promise<Stocked> {
	const { plan, groupId, crew, chance } = group;
	const opening = plan.isShop ? shopOpening : smallOpening;
	const shelf = new Shelf(chance.of('shelf'), opening.drawer, opening.bank);
	return wall.at(at, () =>
		inWork(db, actorOf(crew.treasurer), groupTenant(groupId), async (work) => {
			const offers = await offerGoods(work, group, shelf);
			const sums = {
				owedByMembers: rupiah(0),
				owedToSuppliers: rupiah(0),
				memberSavings: rupiah(0),
				cashOnHand: rupiah(0)
			};
			const { drawer, bank } = opening;
			await openBooks(work, { id: work.newId(), day, ...sums, cashDrawer: rupiah(drawer), bank: rupiah(bank) });
			const source = plan.isShop ? account.aidCapital : account.openingEquity;
			await bring(work, { supplier: 'Stok awal', paidFrom: source, at, lines: shelf.firstPurchases() });
			for (const step of readySteps) await markStep(work, step, step === 'debts' ? 'skipped' : 'done');
			return { offers, shelf };
		})
	);
}

async function offerGoods(work: Work, { plan, memberIds }: DemoGroup, shelf: Shelf): Promise<Offer[]> {
	const goods = goodsFor([plan.main, ...plan.others]);
	const added = await addStarterGoods(work, goods.map(({ key }) => ({ key }))); // prettier-ignore
	const offers = goods.flatMap((good, index) => shelve(good, present(added[index], good.key), shelf));
	if (!plan.isShop) return offers;
	const owner = present(memberIds.at(-1), 'a member who leaves goods to be sold');
	return [...offers, ...(await consign(work, owner, shelf))];
}

/** Goods of a member that the shop sells for her. */
async function consign(work: Work, ownerMemberId: Id, shelf: Shelf): Promise<Offer[]> {
	const offers: Offer[] = [];
	for (const [key, name] of [
		['kue-lapis', 'Kue tetu (titipan)'],
		['keripik-pisang', 'Keripik pisang (titipan)']
	] as const) {
		const good: StarterGood = { ...present(starterOf(key), key), name, cost: rupiah(0) };
		const { category, foodGroup, isFresh, picture, normalUnit, units } = good;
		const about = { name, kind: 'consigned', category, foodGroup, isFresh, picture, normalUnit, units } as const;
		const added = await addProduct(work, {
			...about,
			consignment: { ownerMemberId, commission: quantity(commission) }
		});
		offers.push(...shelve(good, added, shelf));
	}
	return offers;
}

function shelve(good: StarterGood, { productId, units }: AddedProduct, shelf: Shelf): Offer[] {
	if (good.kind !== 'service') shelf.keep(good, productId);
	return good.units.map(({ unit, factor, price }, index) => {
		const unitId = present(
			units.find((added) => added.unit === unit),
			`${unit} of ${good.key}`
		).unitId;
		return { good, productId, unitId, name: good.name, unit, factor, price, isMain: index === 0 };
	});
}

export interface Delivery {
	readonly supplier: string;
	readonly paidFrom: ReceiptSource;
	readonly at: Instant;
	readonly lines: readonly Bought[];
}

/** Consigned goods come at no cost, apart from what is paid for. */
export async function bring(work: Work, { supplier, paidFrom, at, lines }: Delivery): Promise<void> {
	if (lines.length === 0) return;
	await receiveGoods(work, { id: work.newId(), supplier, paidFrom, note: '', happenedAt: at, lines });
}
