/** What the group knows about the goods of some sales: one query in the usual case, whatever the number of sales. */
import { isBundle } from '#lib/catalog/bundle.ts';
import { parseCeilingClass } from '#lib/catalog/ceiling.ts';
import { priceAt, type SetPrice } from '#lib/catalog/price.ts';
import { parseFoodGroup, type PriceChannel } from '#lib/catalog/product.ts';
import { listsOf } from '#lib/db/lists.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Quantity } from '#lib/kernel/quantity.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { SoldUnit } from './sale-plan.ts';
import type { SaleLine } from './wire-bodies.ts';

const units = prepared((db, p: { groupId: string; at: string; units: readonly string[] }) =>
	db
		.selectFrom('productUnit')
		.innerJoin('product', (join) =>
			join.onRef('product.groupId', '=', 'productUnit.groupId').onRef('product.id', '=', 'productUnit.productId')
		)
		.select(['productUnit.id', 'productUnit.productId', 'productUnit.factor'])
		.select(['product.kind', 'product.ownerMemberId', 'product.commission', 'product.ceilingClass'])
		.select(['product.name', 'product.foodGroup', 'product.isFresh', 'product.isBundle'])
		.select((row) => {
			const latest = (channel: PriceChannel) =>
				row
					.selectFrom('productPrice')
					.select('productPrice.price')
					.where('productPrice.groupId', '=', p.groupId)
					.whereRef('productPrice.unitId', '=', 'productUnit.id')
					.where('productPrice.channel', '=', channel)
					.where('productPrice.validFrom', '<=', p.at)
					.orderBy('productPrice.validFrom', 'desc')
					.orderBy('productPrice.seq', 'desc')
					.limit(1);
			return [latest('counter').as('counterPrice'), latest('all').as('price')];
		})
		.where('productUnit.groupId', '=', p.groupId)
		.where('product.groupId', '=', p.groupId)
		.where('productUnit.id', 'in', p.units)
);

const products = prepared((db, p: { groupId: string; products: readonly string[] }) =>
	db
		.selectFrom('product')
		.select(['id', 'kind', 'ownerMemberId', 'commission', 'ceilingClass', 'name', 'foodGroup', 'isFresh', 'isBundle'])
		.where('groupId', '=', p.groupId)
		.where('id', 'in', p.products)
);

const prices = prepared((db, p: { groupId: string; units: readonly string[] }) =>
	db
		.selectFrom('productPrice')
		.select(['unitId', 'channel', 'price', 'validFrom', 'seq'])
		.where('groupId', '=', p.groupId)
		.where('unitId', 'in', p.units)
);

export interface SoldGoods {
	/** Null when the group has no such product. */
	of(line: SaleLine): SoldUnit | null;
}

/** Looks up the goods of `lines`; products known under another unit only are found too. */
export async function soldGoods(work: Work, lines: readonly SaleLine[]): Promise<SoldGoods> {
	const byUnit = await byUnits(work, lines);
	const of = (line: SaleLine): SoldUnit | null => {
		const unit = byUnit.get(line.unitId);
		return unit?.productId === line.productId ? unit : null;
	};
	const strange = lines.filter((line) => of(line) === null);
	if (strange.length === 0) return { of };
	const byProduct = await byProducts(work, strange);
	return { of: (line) => of(line) ?? byProduct.get(line.productId) ?? null };
}

async function byUnits(work: Work, lines: readonly SaleLine[]): Promise<Map<string, SoldUnit>> {
	const found = new Map<string, SoldUnit>();
	for (const part of listsOf(lines.map((line) => line.unitId)))
		for (const row of await work.run(units, { groupId: work.groupId, at: work.now, units: part }))
			found.set(row.id, {
				...owned(row),
				productId: row.productId as Id,
				unitKnown: true,
				factor: row.factor as Quantity,
				price: (row.counterPrice ?? row.price) as Rupiah | null
			});
	return found;
}

async function byProducts(work: Work, lines: readonly SaleLine[]): Promise<Map<string, SoldUnit>> {
	const found = new Map<string, SoldUnit>();
	const factor = new Map(lines.map((line) => [line.productId, line.factor]));
	for (const part of listsOf(lines.map((line) => line.productId)))
		for (const row of await work.run(products, { groupId: work.groupId, products: part })) {
			const productId = row.id as Id;
			const told = factor.get(productId);
			if (told !== undefined)
				found.set(productId, { ...owned(row), productId, unitKnown: false, factor: told, price: null });
		}
	return found;
}

function owned(row: {
	readonly kind: string;
	readonly ownerMemberId: string | null;
	readonly commission: number | null;
	readonly ceilingClass: string | null;
	readonly name: string;
	readonly foodGroup: string | null;
	readonly isFresh: number;
	readonly isBundle: number | null;
}) {
	const { kind, commission, ceilingClass, foodGroup } = row;
	return {
		kind,
		ownerMemberId: row.ownerMemberId as Id | null,
		commission: commission ?? 0,
		ceilingClass: parseCeilingClass(ceilingClass),
		listed: {
			foodGroup: foodGroup === null ? null : parseFoodGroup(foodGroup),
			isFresh: row.isFresh === 1,
			isBundle: isBundle(row.name, row.isBundle)
		}
	};
}

/** What a unit cost at the counter when something happened; only asked when a price differs from today's. */
export async function listedPrices(
	work: Work,
	unitIds: readonly Id[]
): Promise<(unitId: Id, at: Instant) => Rupiah | null> {
	const set = new Map<string, SetPrice[]>();
	for (const part of listsOf(unitIds))
		for (const row of await work.run(prices, { groupId: work.groupId, units: part }))
			set.set(row.unitId, [...(set.get(row.unitId) ?? []), setPrice(row)]);
	return (unitId, at) => priceAt(set.get(unitId) ?? [], 'counter', at);
}

function setPrice(row: {
	readonly channel: string;
	readonly price: number | null;
	readonly validFrom: string;
	readonly seq: number;
}): SetPrice {
	return {
		channel: row.channel as PriceChannel,
		price: row.price as Rupiah | null,
		validFrom: row.validFrom as Instant,
		seq: row.seq
	};
}
