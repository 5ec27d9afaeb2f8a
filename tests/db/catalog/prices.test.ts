/** Prices and units over time: what held stays known, what holds is found at once. */
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { addProduct } from '#lib/catalog/add-product.server.ts';
import { editProduct, retireProduct } from '#lib/catalog/edit-product.server.ts';
import { NormalUnitSize } from '#lib/catalog/new-product.ts';
import { priceListOf, readPriceList } from '#lib/catalog/price-list.server.ts';
import { sellable } from '#lib/catalog/price-list.ts';
import { priceHistory, unitsOf } from '#lib/catalog/product-prices.server.ts';
import { type Channel, channels } from '#lib/catalog/product.ts';
import { PriceInThePast, PriceNeeded, setPrice, setPrices, UnitEnded } from '#lib/catalog/set-price.server.ts';
import { setUnits } from '#lib/catalog/set-units.server.ts';
import type { UnitKey } from '#lib/catalog/units.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, later } from '#lib/kernel/instant.ts';
import { quantity, units as whole } from '#lib/kernel/quantity.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { goodsOf, nobody, type Village, village, worksOf } from '#tests/support/village.ts';

const hour = 3_600_000;

let db: TestDatabase;
let v: Village;
let inMelati: ReturnType<typeof worksOf>;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	inMelati = worksOf(db, v.melati, v.ani);
});

/** What a product costs in its units, as a price list says. */
async function costs(
	productId: Id,
	channel: Channel = 'counter',
	at: Instant = db.clock()
): Promise<[UnitKey, number | null][]> {
	const list = await priceListOf(db.reader, v.melati.groupId, channel, at);
	return list.find((product) => product.id === productId)?.units.map(({ unit, price }) => [unit, price]) ?? [];
}

/** Goods that no other test changes, sold by the pack and by the box of twelve. */
async function goods(name: string) {
	const units = [
		{ unit: 'bungkus', factor: whole(1), price: rupiah(5000) },
		{ unit: 'dus', factor: whole(12), price: rupiah(55_000) }
	] as const;
	const about = {
		kind: 'bought',
		category: 'staple',
		foodGroup: null,
		isFresh: false,
		picture: 'barang',
		normalUnit: 'bungkus'
	} as const;
	return goodsOf(await inMelati((work) => addProduct(work, { ...about, name, units })));
}

describe('a price', () => {
	test('holds from when it is set, and the one before is still known for its time', async () => {
		const { productId, unitId } = await goods('Kecap');
		const before = db.clock();
		db.pass(hour);
		await inMelati((work) => setPrice(work, { unitId: unitId('bungkus'), channel: 'all', price: rupiah(5500) }));
		expect(await costs(productId)).toEqual([['bungkus', 5500], ['dus', 55_000]]); // prettier-ignore
		expect(await costs(productId, 'counter', before)).toEqual([['bungkus', 5000], ['dus', 55_000]]); // prettier-ignore
		expect((await priceHistory(db.reader, v.melati.groupId, productId))[0]).toEqual({
			unitId: unitId('bungkus'), unit: 'bungkus', channel: 'all', price: 5500, validFrom: db.clock(), setBy: 'Bu Ani'
		}); // prettier-ignore
	});

	test('of a channel goes before the one for all, until it ends', async () => {
		const { productId, unitId } = await goods('Saus');
		const of = async (channel: Channel) => (await costs(productId, channel))[0]?.[1];
		await inMelati((work) => setPrice(work, { unitId: unitId('bungkus'), channel: 'shop', price: rupiah(4800) }));
		expect([await of('counter'), await of('shop')]).toEqual([5000, 4800]);
		db.pass(hour);
		await inMelati((work) => setPrice(work, { unitId: unitId('bungkus'), channel: 'all', price: rupiah(5200) }));
		expect([await of('counter'), await of('shop')]).toEqual([5200, 4800]);
		await inMelati((work) => setPrice(work, { unitId: unitId('bungkus'), channel: 'shop', price: null }));
		expect([await of('counter'), await of('shop')]).toEqual([5200, 5200]);
	});

	test('can wait for its time, and cannot begin before now', async () => {
		const { productId, unitId } = await goods('Cuka');
		const tomorrow = later(db.clock(), 24 * hour);
		await inMelati((work) =>
			setPrice(work, { unitId: unitId('bungkus'), channel: 'all', price: rupiah(6000), validFrom: tomorrow })
		);
		expect((await costs(productId))[0]).toEqual(['bungkus', 5000]);
		expect((await costs(productId, 'counter', tomorrow))[0]).toEqual(['bungkus', 6000]);
		const past = later(db.clock(), -1);
		await expect(
			inMelati((work) => setPrice(work, { unitId: unitId('dus'), channel: 'all', price: rupiah(1), validFrom: past }))
		).rejects.toThrow(PriceInThePast);
	});

	test('that holds already is not written again', async () => {
		const { productId, unitId } = await goods('Vetsin');
		await inMelati((work) => setPrices(work, [{ unitId: unitId('bungkus'), channel: 'all', price: rupiah(5000) }]));
		await inMelati((work) => setPrices(work, [{ unitId: unitId('bungkus'), channel: 'agency', price: null }]));
		expect(await priceHistory(db.reader, v.melati.groupId, productId)).toHaveLength(2);
	});

	test('of two set in one moment is the later one', async () => {
		const { productId, unitId } = await goods('Garam meja');
		await inMelati((work) => setPrice(work, { unitId: unitId('bungkus'), channel: 'all', price: rupiah(5100) }));
		await inMelati((work) => setPrice(work, { unitId: unitId('bungkus'), channel: 'all', price: rupiah(5300) }));
		expect((await costs(productId))[0]).toEqual(['bungkus', 5300]);
	});

	test('for all cannot be taken away, and one for nothing that there is not cannot be set', async () => {
		const { unitId } = await goods('Micin');
		await expect(
			inMelati((work) => setPrice(work, { unitId: unitId('bungkus'), channel: 'all', price: null }))
		).rejects.toThrow(PriceNeeded);
		await expect(
			inMelati((work) => setPrice(work, { unitId: nobody, channel: 'all', price: rupiah(1) }))
		).rejects.toThrow(NotFound);
	});

	test('is set with others or not at all', async () => {
		const { productId, unitId } = await goods('Kaldu');
		const two = [unitId('bungkus'), nobody].map((id) => ({ unitId: id, channel: 'all', price: rupiah(9000) }) as const);
		await expect(inMelati((work) => setPrices(work, two))).rejects.toThrow(NotFound);
		expect((await costs(productId))[0]).toEqual(['bungkus', 5000]);
	});

	test('leaves a trace in the audit, and is a fact that the database keeps', async () => {
		const { unitId } = await goods('Bihun');
		await inMelati((work) => setPrice(work, { unitId: unitId('dus'), channel: 'agency', price: rupiah(52_000) }));
		const { entries } = await auditTrail(db.reader, v.melati.groupId, { limit: 1 });
		expect(entries).toMatchObject([
			{ action: 'price.set', subjectId: unitId('dus'), facts: { channel: 'agency', price: 52_000 } }
		]);
		const change = inMelati((work) =>
			work.trx.updateTable('productPrice').set({ price: 1 }).where('groupId', '=', work.groupId).execute()
		);
		await expect(change).rejects.toThrow(/append-only/);
	});
});

describe('a unit', () => {
	const pack = { unit: 'bungkus', factor: whole(1) } as const;

	test('whose size changes ends, and another begins with its prices; the old one is still known for its time', async () => {
		const { productId, unitId } = await goods('Sabun colek');
		await inMelati((work) => setPrice(work, { unitId: unitId('dus'), channel: 'shop', price: rupiah(54_000) }));
		const before = db.clock();
		db.pass(hour);
		await inMelati((work) => setUnits(work, productId, [pack, { unit: 'dus', factor: whole(10) }]));
		const [first, second] = await unitsOf(db.reader, v.melati.groupId, productId, db.clock());
		expect(first?.id).toBe(unitId('bungkus'));
		expect(second).toMatchObject({
			unit: 'dus',
			factor: 10_000,
			since: db.clock(),
			prices: { all: 55_000, shop: 54_000 }
		});
		expect(second?.id).not.toBe(unitId('dus'));
		const then = (await priceListOf(db.reader, v.melati.groupId, 'counter', before)).find(
			(one) => one.id === productId
		);
		expect(then?.units.map(({ id, factor }) => [id, factor])).toEqual([[unitId('bungkus'), 1000], [unitId('dus'), 12_000]]); // prettier-ignore
		const now = (await priceListOf(db.reader, v.melati.groupId, 'counter', db.clock())).find(
			(one) => one.id === productId
		);
		expect(now?.units.map(({ factor }) => factor)).toEqual([1000, 10_000]);
		await expect(
			inMelati((work) => setPrice(work, { unitId: unitId('dus'), channel: 'all', price: rupiah(1) }))
		).rejects.toThrow(UnitEnded);
	});

	test('that is new brings its price; one that is left out ends; the first is the main one', async () => {
		const { productId, unitId } = await goods('Lilin kecil');
		db.pass(hour);
		await inMelati((work) =>
			setUnits(work, productId, [{ unit: 'lusin', factor: whole(12), price: rupiah(50_000) }, pack])
		);
		expect(await costs(productId)).toEqual([['lusin', 50_000], ['bungkus', 5000]]); // prettier-ignore
		expect((await unitsOf(db.reader, v.melati.groupId, productId, db.clock())).map(({ isMain }) => isMain)).toEqual([
			true,
			false
		]);
		expect((await priceHistory(db.reader, v.melati.groupId, productId)).map(({ unitId: of }) => of)).toContain(
			unitId('dus')
		);
	});

	test('of stock is always one', async () => {
		const { productId } = await goods('Korek');
		await expect(
			inMelati((work) => setUnits(work, productId, [{ unit: 'bungkus', factor: quantity(500) }]))
		).rejects.toThrow(NormalUnitSize);
	});
});

describe('a price list', () => {
	test('has what is sold in the channel, by name, the main unit first and then from small to large, with the normal unit beside', async () => {
		const { units } = (await priceListOf(db.reader, v.melati.groupId, 'counter', db.clock())).find(
			({ id }) => id === v.telur.productId
		) ?? { units: [] };
		expect(units.map(({ unit, price, perNormalUnit }) => [unit, price, perNormalUnit])).toEqual([
			['butir', 2200, 2200],
			['kg', 33_500, 2094],
			['rak', 58_500, 1950]
		]);
		const names = (await priceListOf(db.reader, v.melati.groupId, 'counter', db.clock())).map(({ name }) => name);
		expect(names).toEqual([...names].sort());
	});

	test('leaves out what the channel does not sell, and what is off the shelf', async () => {
		const [one, two] = [await goods('Sikat'), await goods('Spon')];
		const of = async (channel: Channel) =>
			(await priceListOf(db.reader, v.melati.groupId, channel, db.clock())).map(({ id }) => id);
		expect(await of('agency')).not.toContain(one.productId);
		await inMelati((work) => editProduct(work, one.productId, { forAgencies: true, atCounter: false }));
		expect(await of('agency')).toContain(one.productId);
		expect(await of('counter')).not.toContain(one.productId);
		await inMelati((work) => retireProduct(work, two.productId));
		expect(await of('counter')).not.toContain(two.productId);
	});

	test('compiled once is the same list, in each channel and at each moment', async () => {
		for (const channel of channels)
			for (const at of [later(db.clock(), -hour), db.clock()]) {
				const list = await priceListOf(db.reader, v.melati.groupId, channel, at);
				expect(await readPriceList(db, v.melati.groupId, channel, at)).toEqual(list);
			}
		expect((await readPriceList(db, v.kenanga.groupId, 'shop', db.clock())).map(({ name }) => name)).toEqual([
			'Kue lapis'
		]);
		expect(await readPriceList(db, nobody, 'shop', db.clock())).toEqual([]);
	});

	test('shows goods that have no price yet, which cannot be sold', async () => {
		const about = {
			kind: 'made',
			category: 'snack',
			foodGroup: null,
			isFresh: false,
			picture: 'kue',
			normalUnit: 'buah'
		} as const;
		const added = await inMelati((work) =>
			addProduct(work, { ...about, name: 'Kue baru', units: [{ unit: 'buah', factor: whole(1) }] })
		);
		const list = await priceListOf(db.reader, v.melati.groupId, 'shop', db.clock());
		expect(list.find(({ id }) => id === added.productId)?.units).toMatchObject([{ price: null, perNormalUnit: null }]);
		expect(sellable(list).some(({ id }) => id === added.productId)).toBe(false);
	});
});
