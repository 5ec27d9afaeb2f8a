/** One group's goods are nobody's to another group. */
import { beforeAll } from 'vitest';
import { addProduct } from '#lib/catalog/add-product.server.ts';
import { addStarterGoods } from '#lib/catalog/add-starter.server.ts';
import { editProduct, retireProduct } from '#lib/catalog/edit-product.server.ts';
import { importProducts, knownGoods, stockedProducts } from '#lib/catalog/import-products.server.ts';
import { madeProducts } from '#lib/catalog/made.server.ts';
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import { priceHistory, unitsOf } from '#lib/catalog/product-prices.server.ts';
import { productById, productByNumber, productsOf } from '#lib/catalog/queries.server.ts';
import { setPrice, setPrices } from '#lib/catalog/set-price.server.ts';
import { setUnits } from '#lib/catalog/set-units.server.ts';
import { readTable } from '#lib/files/read-table.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { units as whole } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { nobody, type Village, village, worksOf } from '#tests/support/village.ts';

let db: TestDatabase;
let v: Village;
let inMelati: ReturnType<typeof worksOf>;
let inKenanga: ReturnType<typeof worksOf>;
let inNone: ReturnType<typeof worksOf>;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	inMelati = worksOf(db, v.melati, v.sari);
	inKenanga = worksOf(db, v.kenanga, v.joko);
	inNone = worksOf(db, { ...v.kenanga, tenant: { kind: 'group', id: nobody } }, v.joko);
});

const melati = () => v.melati.groupId;
const kenanga = () => v.kenanga.groupId;
const egg = () => v.telur.productId;

otherGroup('productById', {
	owner: () => productById(db.reader, melati(), egg()),
	other: () => productById(db.reader, kenanga(), egg()),
	random: () => productById(db.reader, kenanga(), nobody)
});

otherGroup('productByNumber', {
	owner: () => productByNumber(db.reader, melati(), v.permak.number),
	other: () => productByNumber(db.reader, kenanga(), v.permak.number),
	random: () => productByNumber(db.reader, nobody, v.permak.number)
});

otherGroup('unitsOf', {
	owner: () => unitsOf(db.reader, melati(), egg(), db.clock()),
	other: () => unitsOf(db.reader, kenanga(), egg(), db.clock()),
	random: () => unitsOf(db.reader, kenanga(), nobody, db.clock())
});

otherGroup('priceHistory', {
	owner: () => priceHistory(db.reader, melati(), egg()),
	other: () => priceHistory(db.reader, kenanga(), egg()),
	random: () => priceHistory(db.reader, kenanga(), nobody)
});

const lists = {
	productsOf: async (groupId: Id) => (await productsOf(db.reader, groupId, { at: db.clock() })).products,
	priceListOf: (groupId: Id) => priceListOf(db.reader, groupId, 'counter', db.clock()),
	stockedProducts: (groupId: Id) => stockedProducts(db.reader, groupId, db.clock()),
	knownGoods: async (groupId: Id) => (await knownGoods(db.reader, groupId, db.clock())).products
};

/** Whether a list of the group has Melati's eggs in it. */
const hasEggs = async (list: keyof typeof lists, groupId: Id) =>
	(await lists[list](groupId)).some(({ id }) => id === egg());

otherGroup('productsOf', {
	owner: () => hasEggs('productsOf', melati()),
	other: () => hasEggs('productsOf', kenanga()),
	random: () => hasEggs('productsOf', nobody)
});

otherGroup('priceListOf', {
	owner: () => hasEggs('priceListOf', melati()),
	other: () => hasEggs('priceListOf', kenanga()),
	random: () => hasEggs('priceListOf', nobody)
});

otherGroup('stockedProducts', {
	owner: () => hasEggs('stockedProducts', melati()),
	other: () => hasEggs('stockedProducts', kenanga()),
	random: () => hasEggs('stockedProducts', nobody)
});

otherGroup('knownGoods', {
	owner: () => hasEggs('knownGoods', melati()),
	other: () => hasEggs('knownGoods', kenanga()),
	random: () => hasEggs('knownGoods', nobody)
});

/** Cake that Kenanga makes. */
const hasCake = async (groupId: Id) => (await madeProducts(db.reader, groupId)).includes(v.kue.productId);

otherGroup('madeProducts', {
	owner: () => hasCake(kenanga()),
	other: () => hasCake(melati()),
	random: () => hasCake(nobody)
});

const price = (unitId: Id) => ({ unitId, channel: 'agency', price: rupiah(2000) }) as const;

otherGroup('setPrice', {
	owner: () => inMelati((work) => setPrice(work, price(v.telur.unitId('butir')))),
	other: () => inKenanga((work) => setPrice(work, price(v.telur.unitId('butir')))),
	random: () => inKenanga((work) => setPrice(work, price(nobody)))
});

otherGroup('setPrices', {
	owner: () => inMelati((work) => setPrices(work, [price(v.telur.unitId('rak'))])),
	other: () => inKenanga((work) => setPrices(work, [price(v.kue.unitId('potong')), price(v.telur.unitId('rak'))])),
	random: () => inKenanga((work) => setPrices(work, [price(v.kue.unitId('potong')), price(nobody)]))
});

const board = [{ unit: 'papan', factor: whole(1) }] as const;

otherGroup('setUnits', {
	owner: () => inMelati((work) => setUnits(work, v.tempe.productId, board)),
	other: () => inKenanga((work) => setUnits(work, v.tempe.productId, board)),
	random: () => inKenanga((work) => setUnits(work, nobody, board))
});

otherGroup('editProduct', {
	owner: () => inMelati((work) => editProduct(work, egg(), { description: 'Segar.' })),
	other: () => inKenanga((work) => editProduct(work, egg(), { description: 'Segar.' })),
	random: () => inKenanga((work) => editProduct(work, nobody, { description: 'Segar.' }))
});

otherGroup('retireProduct', {
	owner: () => inMelati((work) => retireProduct(work, v.permak.productId)),
	other: () => inKenanga((work) => retireProduct(work, v.beras.productId)),
	random: () => inKenanga((work) => retireProduct(work, nobody))
});

const consigned = (ownerMemberId: Id) =>
	({
		name: 'Kue titipan', kind: 'consigned', category: 'snack', foodGroup: null, isFresh: false, picture: 'kue',
		normalUnit: 'buah', units: [{ unit: 'buah', factor: whole(1) }], consignment: { ownerMemberId, commission: 100 }
	}) as const; // prettier-ignore

otherGroup('addProduct', {
	owner: () => inMelati((work) => addProduct(work, consigned(v.wati.memberId))),
	other: () => inKenanga((work) => addProduct(work, consigned(v.wati.memberId))),
	random: () => inKenanga((work) => addProduct(work, consigned(nobody)))
});

/** Whether Melati sells it, after somebody tried to add it somewhere. */
async function sells(name: string, act: Promise<unknown>): Promise<boolean> {
	await act.catch((refused: unknown) => refused);
	return (await lists.stockedProducts(melati())).some((product) => product.name === name);
}

otherGroup('addStarterGoods', {
	owner: () =>
		sells(
			'Bayam',
			inMelati((work) => addStarterGoods(work, [{ key: 'bayam' }]))
		),
	other: () =>
		sells(
			'Udang',
			inKenanga((work) => addStarterGoods(work, [{ key: 'udang' }]))
		),
	random: () =>
		sells(
			'Cumi-cumi',
			inNone((work) => addStarterGoods(work, [{ key: 'cumi' }]))
		)
});

const table = (name: string) => readTable(`Nama;Satuan\n${name};buah`);

otherGroup('importProducts', {
	owner: () =>
		sells(
			'Ember',
			inMelati((work) => importProducts(work, table('Ember')))
		),
	other: () =>
		sells(
			'Gayung',
			inKenanga((work) => importProducts(work, table('Gayung')))
		),
	random: () =>
		sells(
			'Baskom',
			inNone((work) => importProducts(work, table('Baskom')))
		)
});
