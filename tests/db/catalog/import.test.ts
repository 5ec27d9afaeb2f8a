/** Tables of goods taken over, and given back. */
import { beforeAll, describe, expect, test } from 'vitest';
import { productsCsv } from '#lib/catalog/export-products.ts';
import { importProducts, stockedProducts, TableWrong } from '#lib/catalog/import-products.server.ts';
import { unitsOf } from '#lib/catalog/product-prices.server.ts';
import { readTable } from '#lib/files/read-table.server.ts';
import { addMember } from '#lib/groups/add-member.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { seals, type Village, village, type VillageGroup, worksOf } from '#tests/support/village.ts';

let db: TestDatabase;
let v: Village;
let inMelati: ReturnType<typeof worksOf>;
let inKenanga: ReturnType<typeof worksOf>;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	inMelati = worksOf(db, v.melati, v.sari);
	inKenanga = worksOf(db, v.kenanga, v.joko);
});

const take = (text: string) => inMelati((work) => importProducts(work, readTable(text)));
const stocked = ({ groupId }: VillageGroup) => stockedProducts(db.reader, groupId, db.clock());
const members = new Map<Id, string>();

/** Goods without what is their own in each group. */
async function alike(group: VillageGroup) {
	return (await stocked(group)).map(({ id: _, number: __, consignment, units, ...product }) => ({
		...product,
		commission: consignment?.commission,
		units: units.map(({ unit, factor, isMain, prices }) => ({ unit, factor, isMain, prices }))
	}));
}

test('a table adds goods, gives those that are there another price, and tells what is in stock', async () => {
	const { added, changed, stock } = await take(
		`Nomor;Nama;Satuan;Isi;Harga;Stok;Harga beli
		;Gula pasir;kg;;18.500;12,5;17.000
		;Gula pasir;karung;50;900000;;
		${v.telur.number};Telur ayam;butir;;2300;;
		;Cuci karpet;kali;;40.000;3;`.replaceAll('\t', '')
	);
	expect([added, changed]).toEqual([2, 1]);
	const sugar = (await stocked(v.melati)).find(({ name }) => name === 'Gula pasir');
	expect(sugar).toMatchObject({
		category: 'staple',
		normalUnit: 'kg',
		units: [
			{ unit: 'kg', prices: { all: 18_500 } },
			{ unit: 'karung', factor: 50_000 }
		]
	});
	expect(stock.slice(0, 1)).toEqual([{ productId: sugar?.id, quantity: 12_500, cost: 212_500 }]);
	const [egg] = await unitsOf(db.reader, v.melati.groupId, v.telur.productId, db.clock());
	expect(egg?.prices.all).toBe(2300);
});

test('a service has no stock, whatever the table says', async () => {
	const { stock } = await take('Nama;Jenis;Satuan;Harga;Stok\nPijat;jasa;kali;50000;3');
	expect(stock).toEqual([]);
});

test('a table with one wrong cell changes nothing', async () => {
	const before = await stocked(v.melati);
	const rows = `Nomor;Nama;Satuan;Harga\n;Minyak kayu putih;botol;12000\n${v.telur.number};Telur ayam;butir;9999\n;Balsam;botol;mahal`;
	await expect(take(rows)).rejects.toThrow(new TableWrong(1));
	expect(await stocked(v.melati)).toEqual(before);
});

describe('goods that were exported', () => {
	beforeAll(async () => {
		for (const villager of [v.sari, v.wati]) members.set(villager.memberId, villager.name);
		await take(
			'Nama;Jenis;Satuan;Harga;Harga toko;Pemilik;Komisi;Kode batang\n"=Kue; ""tetu""";titipan;buah;3000;2900;Bu Wati;12,5;4006381333931'
		);
	});

	test('change nothing when they come back', async () => {
		const before = await stocked(v.melati);
		expect(await take(productsCsv(before, members))).toEqual({ added: 0, changed: 0, stock: [] });
		expect(await stocked(v.melati)).toEqual(before);
	});

	test('are the same goods in another group, which has the member who owns some', async () => {
		await inKenanga((work) => addMember(work, seals, { name: 'Bu Wati' }));
		const csv = productsCsv(await stocked(v.melati), members).replace(/^(\d+);/gm, ';');
		await inKenanga((work) => importProducts(work, readTable(csv)));
		const [theirs, ours] = [await alike(v.kenanga), await alike(v.melati)];
		expect(theirs.filter(({ name }) => name !== 'Kue lapis')).toEqual(ours);
	});
});
