/** Prices: each one is kept for good, the latest holds. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { assert } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { priceMax } from '#lib/kernel/rupiah.ts';
import type { NewPrice } from './price.ts';

export type { NewPrice } from './price.ts';

/** A price cannot begin before now: what was sold was sold at the price of its time. */
export class PriceInThePast extends Refusal {
	readonly code = 'catalog.price-in-the-past';

	constructor() {
		super('A price begins now or later.');
	}
}

/** The price for all cannot be taken away, only changed. */
export class PriceNeeded extends Refusal {
	readonly code = 'catalog.price-needed';

	constructor() {
		super('Only the own price of a channel can end.');
	}
}

/** The unit is not sold by any more. */
export class UnitEnded extends Refusal {
	readonly code = 'catalog.unit-ended';

	constructor() {
		super('This unit is not sold by any more.');
	}
}

/** Sets one price. Throws NotFound, UnitEnded, PriceNeeded, PriceInThePast. */
export async function setPrice(work: Work, price: NewPrice): Promise<void> {
	await setPrices(work, [price]);
}

/** The most prices that one work sets. */
const pricesMax = 2000;

/** Sets prices, all or none; refuses as `setPrice` does. Those that say what holds already are left out. */
export async function setPrices(work: Work, prices: readonly NewPrice[]): Promise<void> {
	assert(prices.length <= pricesMax, `${prices.length} prices in one work`);
	const units = await unitsById(
		work,
		prices.map((price) => price.unitId)
	);
	const rows = [];
	for (const price of prices) {
		const unit = units.get(price.unitId);
		if (unit === undefined) throw new NotFound('unit');
		if (unit.validTo !== null) throw new UnitEnded();
		if (price.price === null && price.channel === 'all') throw new PriceNeeded();
		if (price.validFrom !== undefined && price.validFrom < work.now) throw new PriceInThePast();
		if (!(await holds(work, price))) rows.push({ ...price, productId: unit.productId });
	}
	await writePrices(work, rows);
	for (const { unitId, channel, price, validFrom = work.now } of rows)
		await recordAudit(work, {
			action: 'price.set',
			subjectType: 'unit',
			subjectId: unitId,
			facts: { channel, price, validFrom }
		});
}

export interface PriceRow extends NewPrice {
	readonly productId: Id;
}

/** Writes prices of units that are known to be the group's own. */
export async function writePrices(work: Work, prices: readonly PriceRow[]): Promise<void> {
	const { groupId, seq, now, actor } = work;
	const rows = prices.map(({ productId, unitId, channel, price, validFrom = now }) => {
		assert(price === null || (price >= 0 && price <= priceMax), `${price ?? ''} is no price`);
		return { groupId, id: work.newId(), productId, unitId, channel, price, validFrom, seq, setBy: actor.personId };
	});
	await work.insert('productPrice', rows);
}

async function holds(work: Work, { unitId, channel, price, validFrom = work.now }: NewPrice): Promise<boolean> {
	const latest = await work.trx
		.selectFrom('productPrice')
		.select('price')
		.where('groupId', '=', work.groupId)
		.where('unitId', '=', unitId)
		.where('channel', '=', channel)
		.where('validFrom', '<=', validFrom)
		.orderBy('validFrom', 'desc')
		.orderBy('seq', 'desc')
		.limit(1)
		.executeTakeFirst();
	return (latest?.price ?? null) === price;
}

interface UnitRow {
	readonly productId: Id;
	readonly validTo: string | null;
}

async function unitsById(work: Work, unitIds: readonly Id[]): Promise<Map<Id, UnitRow>> {
	const found = new Map<Id, UnitRow>();
	for (let from = 0; from < unitIds.length; from += unitsAtOnce) {
		const rows = await work.trx
			.selectFrom('productUnit')
			.select(['id', 'productId', 'validTo'])
			.where('groupId', '=', work.groupId)
			.where('id', 'in', unitIds.slice(from, from + unitsAtOnce))
			.execute();
		for (const row of rows) found.set(id(row.id), { productId: id(row.productId), validTo: row.validTo });
	}
	return found;
}

const unitsAtOnce = 200;
