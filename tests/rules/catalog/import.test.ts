/** Tables of goods: what each row would do, and every cell that stands in the way. */
import { describe, expect, test } from 'vitest';
import type { ProductUnit, StockedProduct } from '#lib/catalog/detail.ts';
import { productsCsv } from '#lib/catalog/export-products.ts';
import { type KnownGoods, previewProducts } from '#lib/catalog/import-products.ts';
import { type ProductColumn, productColumns } from '#lib/catalog/import-row.ts';
import { productColumnName, productProblemText } from '#lib/catalog/import-text.ts';
import type { PriceChannel } from '#lib/catalog/product.ts';
import type { UnitKey } from '#lib/catalog/units.ts';
import { readTable } from '#lib/files/read-table.server.ts';
import { foldedHeading, HeadingsMissing } from '#lib/files/table.ts';
import { newId } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { folded } from '#lib/kernel/text.ts';

const sari = newId();
const morning = instant('2026-11-21T01:00:00.000Z');

function unit(key: UnitKey, factor: number, prices: Partial<Record<PriceChannel, number>>, isMain = true): ProductUnit {
	const price = (channel: PriceChannel) => (prices[channel] === undefined ? null : rupiah(prices[channel]));
	const set = { all: price('all'), counter: price('counter'), shop: price('shop'), agency: price('agency') };
	return { id: newId(), unit: key, factor: quantity(factor), isMain, since: morning, prices: set };
}

const eggs: StockedProduct = {
	id: newId(), number: 2, name: 'Telur ayam', kind: 'bought', category: 'animal', foodGroup: 'animal-protein', isFresh: true,
	isBundle: false,	barcode: null, picture: 'telur', photoFileId: null, description: '', normalUnit: 'butir', consignment: null, ceilingClass: null,
	atCounter: true, inShop: true, forAgencies: false, isActive: true,
	units: [unit('butir', 1000, { all: 2200 }), unit('rak', 30_000, { all: 58_500, agency: 57_000 }, false)]
}; // prettier-ignore
const cake: StockedProduct = {
	...eggs, id: newId(), number: 7, name: '=Kue "lapis"; pandan', kind: 'consigned', category: 'snack', foodGroup: null,
	isFresh: false, picture: 'kue', normalUnit: 'potong', consignment: { ownerMemberId: sari, commission: 125 },
	barcode: '4006381333931', ceilingClass: 'minyakita', description: 'Enak;\nlembut', units: [unit('potong', 1000, { all: 2000 })]
}; // prettier-ignore

const nothing: KnownGoods = { products: [], members: new Map() };
const known: KnownGoods = { products: [eggs, cake], members: new Map([[folded('Bu Sari'), sari]]) };

const preview = (text: string, beside = nothing) => previewProducts(readTable(text), beside);
const problemsOf = (text: string, beside = nothing) =>
	preview(text, beside).problems.map(({ row, column, problem }) => `${row} ${column} ${problem}`);

describe('new goods', () => {
	test('need a name, a unit and a price; the rest is guessed from goods of that name', () => {
		const { problems, additions, rows } = preview('Nama;Satuan;Harga\nTelor ayam;butir;2.200\nPenghapus;buah;2000');
		expect(problems).toEqual([]);
		expect(rows.map(({ row, outcome }) => [row, outcome])).toEqual([[2, 'new'], [3, 'new']]); // prettier-ignore
		expect(additions.map(({ product }) => product)).toMatchObject([
			{
				name: 'Telor ayam',
				kind: 'bought',
				category: 'animal',
				foodGroup: 'animal-protein',
				isFresh: true,
				picture: 'telur',
				normalUnit: 'butir'
			},
			{
				name: 'Penghapus',
				kind: 'bought',
				category: 'other',
				foodGroup: null,
				isFresh: false,
				picture: 'barang',
				normalUnit: 'buah'
			}
		]);
		expect(additions[0]?.product.units).toEqual([{ unit: 'butir', factor: 1000, price: 2200, ownPrices: {} }]);
	});

	test('get a further unit from a further row of the same name', () => {
		const { additions, rows } = preview(
			'Nama\tSatuan\tIsi\tHarga\tHarga Instansi\nTelur ayam\tbutir\t\t2200\t\nTempe\tpapan\t\t6000\t\nTELUR AYAM\trak\t30\t58.500\t57000'
		);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'unit']);
		expect(additions[0]?.product.units).toEqual([
			{ unit: 'butir', factor: 1000, price: 2200, ownPrices: {} },
			{ unit: 'rak', factor: 30_000, price: 58_500, ownPrices: { agency: 57_000 } }
		]);
	});

	test.each<[string, string, UnitKey, number]>([
		['what is weighed is counted in kilograms', 'Terasi;ons;;2500', 'kg', 100],
		['what is poured is counted in litres', 'Cuka;ml;;20', 'liter', 1],
		['anything else in the unit of its first row', 'Kemiri;bungkus;;2500', 'bungkus', 1000],
		['goods of a known name as usual', 'Beras medium;karung;50;660000', 'kg', 50_000],
		['a size with a decimal comma', 'Beras medium;liter;0,8;10800', 'kg', 800]
	])('%s', (_, row, normalUnit, factor) => {
		const { additions, problems } = preview(`Nama;Satuan;Isi;Harga\n${row}`);
		expect(problems).toEqual([]);
		expect(additions[0]?.product).toMatchObject({ normalUnit, units: [{ factor }] });
	});

	test('may come with what there is of them and what it cost', () => {
		const { additions } = preview('Nama;Satuan;Harga;Stok;Modal\nGula pasir;kg;18.500;12,5;17.000');
		expect(additions[0]).toMatchObject({ stock: 12_500, cost: 17_000 });
	});

	test('may be under a price ceiling', () => {
		const { additions } = preview('Nama;Satuan;Harga;HET\nBeras lokal;kg;13.000;beras medium\nGula;kg;18.000;');
		expect(additions.map(({ product }) => product.ceilingClass)).toEqual(['rice-medium', null]);
	});

	test('consigned ones name their owner and the part of the group', () => {
		const { additions, problems } = preview(
			'Nama;Satuan;Harga;Jenis;Pemilik;Komisi (%)\nKeripik;bungkus;8000;titipan;bu sari;12,5',
			known
		);
		expect(problems).toEqual([]);
		expect(additions[0]?.product.consignment).toEqual({ ownerMemberId: sari, commission: 125 });
	});
});

describe('goods that are there', () => {
	test('change where the row, by their number, says something else', () => {
		const { alterations, additions, rows } = preview(
			'Nomor;Nama;Satuan;Harga;Harga toko;Di toko\n2;Telur Ayam;butir;2300;2250;tidak',
			known
		);
		expect(rows).toEqual([{ row: 2, name: 'Telur Ayam', outcome: 'changed' }]);
		expect(additions).toEqual([]);
		expect(alterations).toEqual([
			{
				productId: eggs.id,
				change: { name: 'Telur Ayam', inShop: false },
				units: null,
				prices: [
					{ unitId: eggs.units[0]?.id, channel: 'all', price: 2300 },
					{ unitId: eggs.units[0]?.id, channel: 'shop', price: 2250 }
				]
			}
		]);
	});

	test('get a new unit beside the old ones, or another size', () => {
		const { alterations } = preview(
			'Nomor;Nama;Satuan;Isi;Harga\n2;Telur ayam;rak;28;54000\n2;Telur ayam;kg;16;33500',
			known
		);
		expect(alterations[0]?.units).toEqual([
			{ unit: 'butir', factor: 1000 },
			{ unit: 'rak', factor: 28_000, price: 54_000, ownPrices: {} },
			{ unit: 'kg', factor: 16_000, price: 33_500, ownPrices: {} }
		]);
	});

	test('stay as they are where a cell is empty', () => {
		const { alterations, rows } = preview('Nomor;Nama;Satuan;Harga;Kode batang;Segar\n2;Telur ayam;butir;;;', known);
		expect(rows[0]?.outcome).toBe('same');
		expect(alterations).toEqual([]);
	});

	test('come under a price ceiling, stay under it, and leave it', () => {
		const under = { ...eggs, ceilingClass: 'minyakita' } as const;
		const change = (said: string, before: StockedProduct) =>
			preview(`Nomor;Nama;Satuan;Kelas HET\n2;Telur ayam;butir;${said}`, { ...known, products: [before] })
				.alterations[0]?.change;
		expect(change('BERAS premium', eggs)).toEqual({ ceilingClass: 'rice-premium' });
		expect(change('minyakita', under)).toBeUndefined();
		expect(change('', under)).toBeUndefined();
		expect(change('tidak', under)).toEqual({ ceilingClass: null });
	});

	test('stop being consigned when the row says so', () => {
		const { alterations } = preview(`Nomor;Nama;Satuan;Jenis\n7;"'=Kue ""lapis""; pandan";potong;dibuat`, known);
		expect(alterations[0]?.change).toEqual({ kind: 'made', consignment: null });
	});
});

describe('a cell that stands in the way is named', () => {
	const head =
		'Nomor;Nama;Jenis;Kelompok;Kelompok pangan;Segar;Satuan stok;Satuan;Isi;Harga;Kode batang;Pemilik;Komisi;Stok;Harga beli;Gambar;Kelas HET\n';
	const row = (cells: Partial<Record<ProductColumn, string>>): string => {
		const order: ProductColumn[] = ['number', 'name', 'kind', 'category', 'foodGroup', 'fresh', 'normalUnit', 'unit', 'size', 'price', 'barcode', 'owner', 'commission', 'stock', 'cost', 'picture', 'ceiling']; // prettier-ignore
		const usual: Partial<Record<ProductColumn, string>> = { name: 'Kemiri', unit: 'bungkus', price: '2500' };
		return order.map((column) => ({ ...usual, ...cells })[column] ?? '').join(';');
	};

	test.each<[Partial<Record<ProductColumn, string>>, string]>([
		[{ name: '' }, 'name name-missing'],
		[{ name: 'k'.repeat(81) }, 'name name-long'],
		[{ name: 'telor ayam' }, 'name name-known'],
		[{ number: '2' }, 'number number-other'],
		[{ number: 'dua' }, 'number number-wrong'],
		[{ kind: 'curian' }, 'kind kind-unknown'],
		[{ category: 'rongsokan' }, 'category category-unknown'],
		[{ foodGroup: 'gorengan' }, 'foodGroup food-unknown'],
		[{ fresh: 'mungkin' }, 'fresh yes-no'],
		[{ unit: '' }, 'unit unit-missing'],
		[{ unit: 'sendok' }, 'unit unit-unknown'],
		[{ normalUnit: 'sendok' }, 'normalUnit unit-unknown'],
		[{ normalUnit: 'kg' }, 'size size-missing'],
		[{ size: '0' }, 'size size-wrong'],
		[{ size: '12' }, 'normalUnit normal-unit-size'],
		[{ price: '2500,5' }, 'price price-wrong'],
		[{ price: '-2500' }, 'price price-wrong'],
		[{ price: '2.000.000.000' }, 'price price-wrong'],
		[{ ceiling: 'beras mahal' }, 'ceiling ceiling-unknown'],
		[{ barcode: '4006381333932' }, 'barcode barcode-wrong'],
		[{ barcode: '4006381333931' }, 'barcode barcode-twice'],
		[{ kind: 'titipan', commission: '10' }, 'owner owner-missing'],
		[{ kind: 'titipan', owner: 'Bu Ida', commission: '10' }, 'owner owner-unknown'],
		[{ kind: 'titipan', owner: 'Bu Sari' }, 'commission commission-missing'],
		[{ kind: 'titipan', owner: 'Bu Sari', commission: '101' }, 'commission commission-wrong'],
		[{ kind: 'titipan', owner: 'Bu Sari', commission: '0,05' }, 'commission commission-wrong'],
		[{ owner: 'Bu Sari' }, 'owner owner-not-consigned'],
		[{ stock: 'banyak' }, 'stock stock-wrong'],
		[{ cost: 'murah' }, 'cost cost-wrong'],
		[{ picture: 'naga' }, 'picture picture-unknown'],
		[{ number: '2', name: 'Telur ayam', unit: 'butir', normalUnit: 'kg' }, 'normalUnit normal-changed'],
		[{ number: '2', name: 'Telur ayam', unit: 'butir', stock: '5' }, 'stock stock-known']
	])('%j: %s', (cells, expected) => {
		const problems = problemsOf(`${head}${row({ name: 'Merica' })}\n${row(cells)}`, known);
		expect(problems).toContain(`3 ${expected}`);
		expect(problems.filter((problem) => !problem.startsWith('3'))).toEqual([]);
	});

	test('the same unit, or the same barcode, in two rows', () => {
		const rows = [row({ barcode: '96385074' }), row({}), row({ name: 'Merica', barcode: '96385074' })];
		expect(problemsOf(head + rows.join('\n'), known)).toEqual(['3 unit unit-twice', '4 barcode barcode-twice']);
	});

	test('and its row is marked, the others not', () => {
		const { rows } = preview(head + [row({ name: 'Merica' }), row({ price: 'x' })].join('\n'));
		expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'wrong']);
	});

	test('in the reader’s words', () => {
		expect(productProblemText('unit-twice')).toContain('satuan');
		expect(productColumnName('foodGroup')).toBe('Kelompok pangan');
	});
});

test('a table without a column for names or units is refused, with the heading that it lacks', () => {
	expect(() => preview('Barang apa;Satuan\nGula;kg')).toThrow(new HeadingsMissing('Nama'));
	expect(() => preview('Nama;Harga\nGula;8000')).toThrow(new HeadingsMissing('Satuan'));
});

describe('what is exported', () => {
	const csv = productsCsv([eggs, cake], new Map([[sari, 'Bu Sari']]));

	test('changes nothing when it comes back', () => {
		const back = preview(csv, known);
		expect(back.problems).toEqual([]);
		expect(back.rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
		expect([back.additions, back.alterations]).toEqual([[], []]);
	});

	test('makes the same goods elsewhere', () => {
		const { additions, problems } = preview(csv, { products: [], members: known.members });
		expect(problems).toEqual([]);
		expect(additions.map(({ product }) => product)).toMatchObject(
			[eggs, cake].map(({ name, kind, category, foodGroup, isFresh, barcode, ceilingClass, description, normalUnit, consignment, units }) => ({
				name, kind, category, foodGroup, isFresh, barcode, ceilingClass, description, normalUnit, consignment,
				units: units.map((sold) => ({ unit: sold.unit, factor: sold.factor, price: sold.prices.all }))
			}))
		); // prettier-ignore
	});

	test('runs nothing in a spreadsheet', () => {
		expect(csv).toContain(`"'=Kue ""lapis""; pandan"`);
	});

	test('has headings that are understood', () => {
		const columns = Object.keys(productColumns) as ProductColumn[];
		expect(
			columns.filter(
				(column) => !(productColumns[column] as readonly string[]).includes(foldedHeading(productColumnName(column)))
			)
		).toEqual([]);
	});
});
