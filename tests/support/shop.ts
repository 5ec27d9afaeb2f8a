/** A group with goods to sell and a till, founded in a moment: for tests that need a new one each run. */
import { addProduct, addProducts } from '#lib/catalog/add-product.server.ts';
import type { ProductKind } from '#lib/catalog/product.ts';
import type { Database } from '#lib/db/open.server.ts';
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { foundGroup } from '#lib/groups/found.server.ts';
import { units } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { setup } from './people.ts';
import { type TestTill, tillOf } from './till.ts';
import {
	foundedOn,
	type Goods,
	goodsOf,
	lasoani,
	type Person,
	seals,
	type Village,
	type VillageGroup
} from './village.ts';

export interface Shop {
	readonly group: VillageGroup;
	readonly goods: readonly Goods[];
	readonly till: TestTill;
}

/** A shop in Lasoani that sells `prices.length` kinds of goods by the kilogram, at those prices, from `person`'s till. */
export async function shopOf(
	db: Database,
	person: Person,
	prices: readonly number[],
	kind: ProductKind = 'bought'
): Promise<Shop> {
	const decision = { decidedOn: foundedOn, minutes: 'Musyawarah pembentukan.' };
	const { groupId, slug } = await foundGroup(
		db,
		setup,
		{ name: `Kube Uji ${db.newId().slice(-6)}`, villageCode: lasoani, address: '', isShop: true, businesses: { main: 'e-waroeng', others: [] }, status: 'active', decision, foundedOn },
		seals
	); // prettier-ignore
	const tenant = groupTenant(groupId);
	const added = await inWork(db, setup, tenant, (work) =>
		addProducts(
			work,
			prices.map((price, number) => ({
				name: `Barang ${number + 1}`,
				kind,
				category: 'staple',
				foodGroup: null,
				isFresh: false,
				picture: 'beras',
				normalUnit: 'kg',
				units: [{ unit: 'kg', factor: units(1), price: rupiah(price) }]
			}))
		)
	);
	const group = { groupId, slug, tenant };
	return { group, goods: added.map(goodsOf), till: await tillOf(db, group, person) };
}

/** Banana chips of Bu Wati's, sold for Rp10,000 in Kube Melati, which keeps `commission` thousandths of it. */
export async function consignedChips(db: Database, { ani, melati, wati }: Village, commission: number): Promise<Goods> {
	const added = await inWork(db, ani, melati.tenant, (work) =>
		addProduct(work, {
			name: 'Keripik pisang', kind: 'consigned', category: 'snack', foodGroup: null, isFresh: false, picture: 'keripik',
			normalUnit: 'bungkus', units: [{ unit: 'bungkus', factor: units(1), price: rupiah(10_000) }],
			consignment: { ownerMemberId: wati.memberId, commission }
		})
	); // prettier-ignore
	return goodsOf(added);
}
