/** The prices of one product: what holds now in each channel, and everything that held before. */
import type { Reader } from '#lib/db/open.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import type { ProductUnit } from './detail.ts';
import { parsePriceChannel, type PriceChannel, priceChannels } from './product.ts';
import { type UnitKey, unitOf } from './units.ts';

export type { ProductUnit } from './detail.ts';

/** The units that a product is sold in now, the main one first, with the price set for each channel at `at`. */
export async function unitsOf(reader: Reader, groupId: Id, productId: Id, at: Instant): Promise<ProductUnit[]> {
	const rows = await unitRows(reader, groupId, at).where('productId', '=', productId).execute();
	return rows.map(unitFrom);
}

/** The same of all products of a group, by product id. */
export async function unitsByProduct(reader: Reader, groupId: Id, at: Instant): Promise<Map<string, ProductUnit[]>> {
	const rows = await unitRows(reader, groupId, at).execute();
	return new Map(
		[...Map.groupBy(rows, (row) => row.productId)].map(([productId, own]) => [productId, own.map(unitFrom)])
	);
}

function unitRows(reader: Reader, groupId: Id, at: Instant) {
	return reader
		.selectFrom('productUnit')
		.select(['id', 'productId', 'unit', 'factor', 'isMain', 'validFrom'])
		.select((row) => {
			const latest = (channel: PriceChannel) =>
				row
					.selectFrom('productPrice')
					.select('price')
					.where('productPrice.groupId', '=', groupId)
					.whereRef('productPrice.unitId', '=', 'productUnit.id')
					.where('productPrice.channel', '=', channel)
					.where('productPrice.validFrom', '<=', at)
					.orderBy('productPrice.validFrom', 'desc')
					.orderBy('productPrice.seq', 'desc')
					.limit(1);
			return priceChannels.map((channel) => latest(channel).as(channel));
		})
		.where('groupId', '=', groupId)
		.where('validTo', 'is', null)
		.orderBy('isMain', 'desc')
		.orderBy('factor');
}

interface UnitRow extends Readonly<Record<PriceChannel, number | null>> {
	readonly id: string;
	readonly unit: string;
	readonly factor: number;
	readonly isMain: number;
	readonly validFrom: string;
}

function unitFrom({ all, counter, shop, agency, ...row }: UnitRow): ProductUnit {
	return {
		id: id(row.id),
		unit: present(unitOf(row.unit), `unit ${row.unit}`).key,
		factor: quantity(row.factor),
		isMain: row.isMain === 1,
		since: instant(row.validFrom),
		prices: { all: priceFrom(all), counter: priceFrom(counter), shop: priceFrom(shop), agency: priceFrom(agency) }
	};
}

function priceFrom(price: number | null): Rupiah | null {
	return price === null ? null : rupiah(price);
}

export interface PriceChange {
	readonly unitId: Id;
	readonly unit: UnitKey;
	readonly channel: PriceChannel;
	/** Null: the channel follows `all` again. */
	readonly price: Rupiah | null;
	readonly validFrom: Instant;
	/** Name of who set it, as it is today; null when the system did. */
	readonly setBy: string | null;
}

const historyMax = 500;

/** Every price that was set for a product, newest first, at most 500. */
export async function priceHistory(reader: Reader, groupId: Id, productId: Id): Promise<PriceChange[]> {
	const rows = await reader
		.selectFrom('productPrice')
		.innerJoin('productUnit', (join) =>
			join.onRef('productUnit.groupId', '=', 'productPrice.groupId').onRef('productUnit.id', '=', 'productPrice.unitId')
		)
		.leftJoin('person', 'person.id', 'productPrice.setBy')
		.select(['unitId', 'unit', 'channel', 'price', 'productPrice.validFrom', 'person.name as setBy'])
		.where('productPrice.groupId', '=', groupId)
		.where('productUnit.groupId', '=', groupId)
		.where('productPrice.productId', '=', productId)
		.orderBy('productPrice.validFrom', 'desc')
		.orderBy('productPrice.seq', 'desc')
		.orderBy('productPrice.id', 'desc')
		.limit(historyMax)
		.execute();
	return rows.map((row) => ({
		unitId: id(row.unitId),
		unit: present(unitOf(row.unit), `unit ${row.unit}`).key,
		channel: present(parsePriceChannel(row.channel), `channel ${row.channel}`),
		price: priceFrom(row.price),
		validFrom: instant(row.validFrom),
		setBy: row.setBy
	}));
}
