/** Products: added, changed, retired, listed. */
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { addProduct, addProducts } from '#lib/catalog/add-product.server.ts';
import { addStarterGoods } from '#lib/catalog/add-starter.server.ts';
import type { Barcode } from '#lib/catalog/barcode.ts';
import { editProduct, retireProduct } from '#lib/catalog/edit-product.server.ts';
import { BarcodeTaken, NameTaken } from '#lib/catalog/names.server.ts';
import { type NewProduct, NormalUnitSize, NoUnits, OwnerNeeded, UnitTwice } from '#lib/catalog/new-product.ts';
import { unitsOf } from '#lib/catalog/product-prices.server.ts';
import { productById, productByNumber, productsOf } from '#lib/catalog/queries.server.ts';
import { memberLeaves } from '#lib/groups/leave.server.ts';
import { MemberLeft } from '#lib/groups/member.ts';
import { day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { units as whole } from '#lib/kernel/quantity.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { nobody, type Village, village, worksOf } from '#tests/support/village.ts';

const barcode = '8992761166014' as Barcode;
const minutes = { decidedOn: day('2026-11-21'), minutes: 'Musyawarah.' };

let db: TestDatabase;
let v: Village;
let inMelati: ReturnType<typeof worksOf>;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	inMelati = worksOf(db, v.melati, v.sari);
});

function product(name: string, more: Partial<NewProduct> = {}): NewProduct {
	const units = [{ unit: 'bungkus', factor: whole(1), price: rupiah(5000) }] as const;
	return {
		name,
		kind: 'bought',
		category: 'staple',
		foodGroup: null,
		isFresh: false,
		picture: 'barang',
		normalUnit: 'bungkus',
		units,
		...more
	};
}

const add = (name: string, more: Partial<NewProduct> = {}) => inMelati((work) => addProduct(work, product(name, more)));
const read = (productId: Id) => productById(db.reader, v.melati.groupId, productId);
const listed = async (query = '') =>
	(await productsOf(db.reader, v.melati.groupId, { at: db.clock(), query })).products.map(({ name }) => name);

describe('a product', () => {
	test('is kept as told, at the counter and in the shop unless said otherwise', async () => {
		const { productId, number, units } = await add('Kemiri', { barcode, description: 'Dari Kulawi.' });
		expect(await read(productId)).toEqual({
			id: productId, number, name: 'Kemiri', kind: 'bought', category: 'staple', foodGroup: null, isFresh: false, isBundle: false, barcode,
			picture: 'barang', photoFileId: null, description: 'Dari Kulawi.', normalUnit: 'bungkus', consignment: null, ceilingClass: null,
			atCounter: true, inShop: true, forAgencies: false, isActive: true
		}); // prettier-ignore
		expect(units.map(({ unit }) => unit)).toEqual(['bungkus']);
		expect(await productByNumber(db.reader, v.melati.groupId, number)).toEqual(await read(productId));
		const { entries } = await auditTrail(db.reader, v.melati.groupId, { limit: 1 });
		expect(entries).toMatchObject([
			{ action: 'product.added', subjectId: productId, actorName: 'Bu Sari', facts: { number, foodGroup: null } }
		]);
	});

	test('has units of which the first is the main one, each with its prices', async () => {
		const units = [
			{ unit: 'bungkus', factor: whole(1), price: rupiah(5000), ownPrices: { agency: rupiah(4500) } },
			{ unit: 'dus', factor: whole(24) }
		] as const;
		const { productId } = await add('Kopi saset', { units });
		expect(await unitsOf(db.reader, v.melati.groupId, productId, db.clock())).toMatchObject([
			{ unit: 'bungkus', factor: 1000, isMain: true, prices: { all: 5000, counter: null, shop: null, agency: 4500 } },
			{ unit: 'dus', factor: 24_000, isMain: false, prices: { all: null, counter: null, shop: null, agency: null } }
		]);
	});

	test.each<[string, Partial<NewProduct>, new (...details: never[]) => Error]>([
		['without a unit', { units: [] }, NoUnits],
		[
			'with a unit twice',
			{
				units: [
					{ unit: 'dus', factor: whole(12) },
					{ unit: 'dus', factor: whole(24) }
				]
			},
			UnitTwice
		],
		['whose stock unit holds two of itself', { units: [{ unit: 'bungkus', factor: whole(2) }] }, NormalUnitSize],
		['that is consigned by nobody', { kind: 'consigned' }, OwnerNeeded],
		[
			'that is consigned by a stranger',
			{ kind: 'consigned', consignment: { ownerMemberId: nobody, commission: 100 } },
			NotFound
		],
		[
			'that has an owner though the group bought it',
			{ consignment: { ownerMemberId: nobody, commission: 100 } },
			OwnerNeeded
		]
	])('%s is refused, and takes no number', async (how, more, refusal) => {
		const before = await add(`sebelum ${how}`);
		await expect(add(how, more)).rejects.toThrow(refusal);
		expect((await add(`sesudah ${how}`)).number).toBe(before.number + 1);
	});

	test('has a name and a barcode of its own among what is sold', async () => {
		const code = '4006381333931' as Barcode;
		await add('Merica', { barcode: code });
		await expect(add('MERICA')).rejects.toThrow(new NameTaken('Merica'));
		await expect(add('Ketumbar', { barcode: code })).rejects.toThrow(new BarcodeTaken('Merica'));
		await expect(inMelati((work) => addProducts(work, [product('Pala'), product('pala')]))).rejects.toThrow(
			new NameTaken('Pala')
		);
		expect(await listed('pala')).toEqual([]);
	});

	test('may be called as one of another group, with the same barcode and the same number', async () => {
		const code = '96385074' as Barcode;
		await add('Jintan', { barcode: code });
		const inKenanga = worksOf(db, v.kenanga, v.joko);
		const other = await inKenanga((work) => addProduct(work, product('Jintan', { barcode: code })));
		expect(other.number).toBe(v.kue.number + 1);
	});

	test('of a member is consigned by someone who is still there', async () => {
		const consignment = { ownerMemberId: v.wati.memberId, commission: 125 };
		const { productId } = await add('Keripik titipan', { kind: 'consigned', consignment });
		expect((await read(productId)).consignment).toEqual(consignment);
		await worksOf(db, v.melati, v.dewi)((work) => memberLeaves(work, v.umar.memberId, minutes));
		await expect(
			add('Rempeyek', { kind: 'consigned', consignment: { ...consignment, ownerMemberId: v.umar.memberId } })
		).rejects.toThrow(new MemberLeft('Pak Umar'));
	});
});

describe('a change', () => {
	test('leaves what it does not name', async () => {
		const { productId } = await add('Gula aren', { description: 'Manis.' });
		const before = await read(productId);
		await inMelati((work) =>
			editProduct(work, productId, { name: 'Gula aren cetak', foodGroup: 'carbohydrate', inShop: false })
		);
		expect(await read(productId)).toEqual({
			...before,
			name: 'Gula aren cetak',
			foodGroup: 'carbohydrate',
			inShop: false
		});
		expect(await listed('cetak')).toEqual(['Gula aren cetak']);
		const { entries } = await auditTrail(db.reader, v.melati.groupId, { limit: 1 });
		expect(entries).toMatchObject([
			{ action: 'product.edited', facts: { fields: 'foodGroup inShop name', foodGroup: 'carbohydrate' } }
		]);
	});

	test('may take the same name again, and not that of others', async () => {
		const { productId } = await add('Asam jawa');
		await inMelati((work) => editProduct(work, productId, { name: 'asam JAWA' }));
		await expect(inMelati((work) => editProduct(work, productId, { name: 'Beras Medium' }))).rejects.toThrow(
			new NameTaken('Beras medium')
		);
	});

	test('makes goods consigned only with an owner, and an owner only for consigned goods', async () => {
		const { productId } = await add('Dodol');
		await expect(inMelati((work) => editProduct(work, productId, { kind: 'consigned' }))).rejects.toThrow(OwnerNeeded);
		const consignment = { ownerMemberId: v.wati.memberId, commission: 50 };
		await inMelati((work) => editProduct(work, productId, { kind: 'consigned', consignment }));
		expect(await read(productId)).toMatchObject({ kind: 'consigned', consignment });
		await expect(inMelati((work) => editProduct(work, productId, { kind: 'made' }))).rejects.toThrow(OwnerNeeded);
		await inMelati((work) => editProduct(work, productId, { kind: 'made', consignment: null }));
		expect((await read(productId)).consignment).toBeNull();
	});
});

describe('what is taken off the shelf', () => {
	test('leaves its name and barcode to others, and its number to nobody', async () => {
		const code = '5901234123457' as Barcode;
		const first = await add('Terasi', { barcode: code });
		await inMelati((work) => retireProduct(work, first.productId));
		expect(await read(first.productId)).toMatchObject({ isActive: false, barcode: null });
		expect(await listed('terasi')).toEqual([]);
		const second = await add('Terasi', { barcode: code });
		expect(second.number).toBe(first.number + 1);
		await expect(inMelati((work) => retireProduct(work, first.productId))).rejects.toThrow(NotFound);
		await expect(inMelati((work) => editProduct(work, first.productId, { name: 'x' }))).rejects.toThrow(NotFound);
	});
});

describe('the list', () => {
	test('is found by what people type, by number, and comes page by page', async () => {
		expect(await listed('telor')).toEqual(['Telur ayam']);
		expect(await listed(String(v.tempe.number))).toEqual(['Tempe']);
		expect(await listed("%' or 1=1")).toEqual([]);
		const all = await listed();
		const seen: string[] = [];
		let after: string | undefined;
		do {
			const page = await productsOf(db.reader, v.melati.groupId, { at: db.clock(), limit: 3, after });
			seen.push(...page.products.map(({ name }) => name));
			after = page.next ?? undefined;
		} while (after !== undefined);
		expect(seen).toEqual(all);
		expect([...all].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase(), 'en'))).toEqual(all);
	});

	test('can be of one shelf', async () => {
		const { products } = await productsOf(db.reader, v.melati.groupId, { at: db.clock(), category: 'plant' });
		expect(products.map(({ name }) => name)).toEqual(['Tempe']);
	});
});

test('goods of the starter list come with their usual prices, or without any until somebody has looked', async () => {
	const added = await inMelati((work) => addStarterGoods(work, [{ key: 'bayam' }, { key: 'udang', prices: 'later' }]));
	const prices = await Promise.all(
		added.map(({ productId }) => unitsOf(db.reader, v.melati.groupId, productId, db.clock()))
	);
	expect(prices.map(([unit]) => unit?.prices.all)).toEqual([3000, null]);
	await expect(inMelati((work) => addStarterGoods(work, [{ key: 'emas' }]))).rejects.toThrow(NotFound);
	await expect(inMelati((work) => addStarterGoods(work, [{ key: 'cumi' }, { key: 'bayam' }]))).rejects.toThrow(
		new NameTaken('Bayam')
	);
	expect(await listed('cumi')).toEqual([]);
});
