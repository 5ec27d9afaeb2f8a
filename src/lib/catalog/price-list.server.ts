/** Price lists as they hold at a moment: one query, whatever the number of goods. */
import { type Database, type Reader, readPrepared } from '#lib/db/open.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { isBundle } from './bundle.ts';
import { pricePerNormalUnit } from './price.ts';
import type { PricedProduct, PricedUnit } from './price-list.ts';
import { type Channel, parseCategory, parseFoodGroup, parseProductKind, type PriceChannel } from './product.ts';
import { unitOf } from './units.ts';

/** The column that tells whether a product is sold in a channel. */
const switchOf = { counter: 'atCounter', shop: 'inShop', agency: 'forAgencies' } as const satisfies Record<
	Channel,
	string
>;

/** What a group sells in `channel` at `at`, by name; goods without a price yet included (see `sellable`). */
export async function priceListOf(
	reader: Reader,
	groupId: Id,
	channel: Channel,
	at: Instant
): Promise<PricedProduct[]> {
	return pricedProducts(await listed(reader, channel, { groupId, at }).execute());
}

/** The same, compiled once: for pages that are asked for all day. */
export async function readPriceList(
	db: Database,
	groupId: Id,
	channel: Channel,
	at: Instant
): Promise<PricedProduct[]> {
	return pricedProducts(await readPrepared(db, compiled[channel], { groupId, at }));
}

interface Asked extends Readonly<Record<string, string>> {
	readonly groupId: Id;
	readonly at: Instant;
}

const compiledFor = (channel: Channel) =>
	prepared((db, asked: Asked) => listed(db as unknown as Reader, channel, asked));

const compiled = {
	counter: compiledFor('counter'),
	shop: compiledFor('shop'),
	agency: compiledFor('agency')
} as const;

function listed(reader: Reader, channel: Channel, { groupId, at }: Asked) {
	return pricedRows(reader, channel, at)
		.where('product.groupId', '=', groupId)
		.where('productUnit.groupId', '=', groupId)
		.where('product.isActive', '=', 1)
		.where(`product.${switchOf[channel]}`, '=', 1)
		.orderBy('product.searchText')
		.orderBy('product.number');
}

/** A row for each unit of each product, with the channel's own price and the price for all. */
export function pricedRows(reader: Reader, channel: Channel, at: Instant) {
	return reader
		.selectFrom('product')
		.innerJoin('productUnit', (join) =>
			join
				.onRef('productUnit.groupId', '=', 'product.groupId')
				.onRef('productUnit.productId', '=', 'product.id')
				.on('productUnit.validFrom', '<=', at)
				.on((row) => row.or([row('productUnit.validTo', 'is', null), row('productUnit.validTo', '>', at)]))
		)
		.select(['product.id', 'number', 'name', 'searchText', 'kind', 'category', 'foodGroup', 'isFresh', 'isBundle'])
		.select(['barcode', 'picture', 'photoFileId', 'normalUnit', 'productUnit.id as unitId', 'unit', 'factor', 'isMain'])
		.select((row) => {
			const latest = (from: PriceChannel) =>
				row
					.selectFrom('productPrice')
					.select('price')
					.whereRef('productPrice.groupId', '=', 'productUnit.groupId')
					.whereRef('productPrice.unitId', '=', 'productUnit.id')
					.where('productPrice.channel', '=', from)
					.where('productPrice.validFrom', '<=', at)
					.orderBy('productPrice.validFrom', 'desc')
					.orderBy('productPrice.seq', 'desc')
					.limit(1);
			return [latest(channel).as('ownPrice'), latest('all').as('price')];
		});
}

export interface PricedRow {
	readonly id: string;
	readonly number: number;
	readonly name: string;
	readonly searchText: string;
	readonly kind: string;
	readonly category: string;
	readonly foodGroup: string | null;
	readonly isFresh: number;
	readonly isBundle: number | null;
	readonly barcode: string | null;
	readonly picture: string;
	readonly photoFileId: string | null;
	readonly normalUnit: string;
	readonly unitId: string;
	readonly unit: string;
	readonly factor: number;
	readonly isMain: number;
	readonly ownPrice: number | null;
	readonly price: number | null;
}

/** Rows of `pricedRows` put together by product, in the order in which products first come. */
export function pricedProducts(rows: readonly PricedRow[]): PricedProduct[] {
	return [...Map.groupBy(rows, (row) => row.id).values()].map((own) => productOf(present(own[0], 'a row'), own));
}

function productOf(row: PricedRow, units: readonly PricedRow[]): PricedProduct {
	const { number, name, searchText, barcode, picture, photoFileId } = row;
	return {
		id: id(row.id),
		number, name, searchText, barcode, picture,
		kind: present(parseProductKind(row.kind), `kind ${row.kind}`),
		category: present(parseCategory(row.category), `category ${row.category}`),
		foodGroup: row.foodGroup === null ? null : parseFoodGroup(row.foodGroup),
		isFresh: row.isFresh === 1,
		isBundle: isBundle(name, row.isBundle),
		photoFileId: photoFileId === null ? null : id(photoFileId),
		normalUnit: present(unitOf(row.normalUnit), `unit ${row.normalUnit}`).key,
		units: units.map(pricedUnit).sort(byUse)
	}; // prettier-ignore
}

function pricedUnit(row: PricedRow): PricedUnit {
	const set = row.ownPrice ?? row.price;
	const price = set === null ? null : rupiah(set);
	const factor = quantity(row.factor);
	return {
		id: id(row.unitId),
		unit: present(unitOf(row.unit), `unit ${row.unit}`).key,
		factor,
		isMain: row.isMain === 1,
		price,
		perNormalUnit: price === null ? null : pricePerNormalUnit(price, factor)
	};
}

function byUse(a: PricedUnit, b: PricedUnit): number {
	return a.isMain === b.isMain ? a.factor - b.factor : Number(b.isMain) - Number(a.isMain);
}
