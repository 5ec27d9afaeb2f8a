/** The prices of one product: what holds now in each channel, and everything that held before. */
import type { Reader } from '#lib/db/open.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { parsePriceChannel, type PriceChannel, priceChannels } from './product.ts';
import { type UnitKey, unitOf } from './units.ts';

export interface ProductUnit {
	readonly id: Id;
	readonly unit: UnitKey;
	/** Thousandths of the normal unit. */
	readonly factor: Quantity;
	readonly isMain: boolean;
	readonly since: Instant;
	/** As set for each channel; null where none is. */
	readonly prices: Readonly<Record<PriceChannel, Rupiah | null>>;
}

/** The units that a product is sold in now, the main one first, with the price set for each channel at `at`. */
export async function unitsOf(reader: Reader, groupId: Id, productId: Id, at: Instant): Promise<ProductUnit[]> {
	const rows = await reader
		.selectFrom('productUnit')
		.select(['id', 'unit', 'factor', 'isMain', 'validFrom'])
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
		.where('productId', '=', productId)
		.where('validTo', 'is', null)
		.orderBy('isMain', 'desc')
		.orderBy('factor')
		.execute();
	return rows.map(({ all, counter, shop, agency, ...row }) => ({
		id: id(row.id),
		unit: present(unitOf(row.unit), `unit ${row.unit}`).key,
		factor: quantity(row.factor),
		isMain: row.isMain === 1,
		since: instant(row.validFrom),
		prices: { all: priceFrom(all), counter: priceFrom(counter), shop: priceFrom(shop), agency: priceFrom(agency) }
	}));
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
