/** The units a product is sold in: a size that changes ends one unit and begins another, so that old sales keep theirs. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { bit } from '#lib/db/values.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { present } from '#lib/kernel/assert.ts';
import { activeProduct } from './edit-product.server.ts';
import { checkUnits, type NewUnit } from './new-product.ts';
import { parsePriceChannel, type PriceChannel } from './product.ts';
import { type PriceRow, writePrices } from './set-price.server.ts';

/**
 * Makes `units` the units of the product from now on, the first its main one. A unit that stays keeps its id; one whose size
 * changes gets a new id and, where no price is given, the prices of the one before. Throws NotFound, NoUnits, UnitTwice,
 * NormalUnitSize.
 */
export async function setUnits(work: Work, productId: Id, units: readonly NewUnit[]): Promise<void> {
	const { normalUnit } = await activeProduct(work, productId);
	checkUnits(normalUnit, units);
	const before = await unitsNow(work, productId);
	const wanted = units.map((unit, index) => ({ ...unit, isMain: index === 0 }));
	const stays = (row: UnitNow): boolean => wanted.some((unit) => unit.unit === row.unit && unit.factor === row.factor);
	for (const row of before.filter((row) => !stays(row))) await endUnit(work, row.id);
	const prices: PriceRow[] = [];
	for (const unit of wanted) {
		const known = before.find((row) => row.unit === unit.unit);
		if (known !== undefined && stays(known)) {
			await markMain(work, known.id, unit.isMain);
			prices.push(...given(productId, id(known.id), unit));
		} else prices.push(...(await beginUnit(work, productId, unit, known)));
	}
	await writePrices(work, prices);
	const facts = { units: units.map(({ unit, factor }) => `${unit}=${factor}`).join(' ') };
	await recordAudit(work, { action: 'product.units', subjectType: 'product', subjectId: productId, facts });
}

interface UnitNow {
	readonly id: string;
	readonly unit: string;
	readonly factor: number;
}

type MarkedUnit = NewUnit & { readonly isMain: boolean };

async function unitsNow(work: Work, productId: Id): Promise<UnitNow[]> {
	return work.trx
		.selectFrom('productUnit')
		.select(['id', 'unit', 'factor'])
		.where('groupId', '=', work.groupId)
		.where('productId', '=', productId)
		.where('validTo', 'is', null)
		.execute();
}

async function endUnit({ trx, groupId, now }: Work, unitId: string): Promise<void> {
	await trx
		.updateTable('productUnit')
		.set({ validTo: now })
		.where('groupId', '=', groupId)
		.where('id', '=', unitId)
		.execute();
}

async function markMain({ trx, groupId }: Work, unitId: string, isMain: boolean): Promise<void> {
	const marked = { isMain: bit(isMain) };
	await trx.updateTable('productUnit').set(marked).where('groupId', '=', groupId).where('id', '=', unitId).execute();
}

/** Begins a unit and gives its first prices. */
async function beginUnit(
	work: Work,
	productId: Id,
	unit: MarkedUnit,
	before: UnitNow | undefined
): Promise<PriceRow[]> {
	const { groupId, now } = work;
	const unitId = work.newId();
	const row = { unit: unit.unit, factor: unit.factor, validFrom: now, validTo: null, isMain: bit(unit.isMain) };
	await work.insert('productUnit', [{ groupId, id: unitId, productId, ...row }]);
	const carried = before === undefined ? [] : await pricesOf(work, before.id);
	const named = given(productId, unitId, unit);
	const kept = carried.filter(({ channel }) => !named.some((price) => price.channel === channel));
	return [...kept.map((price) => ({ ...price, productId, unitId })), ...named];
}

function given(productId: Id, unitId: Id, { price = null, ownPrices = {} }: NewUnit): PriceRow[] {
	const own = Object.entries(ownPrices) as [PriceChannel, Rupiah][];
	const all: [PriceChannel, Rupiah][] = price === null ? own : [['all', price], ...own];
	return all.map(([channel, amount]) => ({ productId, unitId, channel, price: amount }));
}

/** The prices that hold now, by channel. */
async function pricesOf(work: Work, unitId: string): Promise<{ channel: PriceChannel; price: Rupiah }[]> {
	const rows = await work.trx
		.selectFrom('productPrice')
		.select(['channel', 'price'])
		.where('groupId', '=', work.groupId)
		.where('unitId', '=', unitId)
		.where('validFrom', '<=', work.now)
		.orderBy('validFrom')
		.orderBy('seq')
		.execute();
	const latest = new Map(rows.map(({ channel, price }) => [channel, price]));
	return [...latest].flatMap(([channel, price]) =>
		price === null ? [] : [{ channel: present(parsePriceChannel(channel), `channel ${channel}`), price: rupiah(price) }]
	);
}
