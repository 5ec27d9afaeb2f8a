/** One row of a table of goods: what each of its cells says, or what is wrong with it. */
import { cellOf, type TableRow } from '#lib/files/table.ts';
import { oneUnit, type Quantity } from '#lib/kernel/quantity.ts';
import { priceMax, type Rupiah } from '#lib/kernel/rupiah.ts';
import { type GoodsPicture, parseGoodsPicture } from '#lib/look/goods-pictures.ts';
import { parseRupiah } from '#lib/look/money.ts';
import { parseQuantity } from '#lib/look/quantity-text.ts';
import { type Barcode, isBarcodeProblem, parseBarcode } from './barcode.ts';
import type { CeilingClass } from './ceiling.ts';
import { readCategory, readCeilingClass, readFoodGroup, readProductKind } from './product-names.ts';
import { type Category, descriptionLengthMax, type FoodGroup, nameLengthMax, type ProductKind } from './product.ts';
import { parseUnit, type UnitKey } from './units.ts';

/** The columns of a table of goods, with the headings (folded) that people give them. */
export const productColumns = {
	number: ['nomor', 'no', 'nomor barang', 'number'],
	name: ['nama', 'nama barang', 'nama produk', 'barang', 'produk', 'name', 'product'],
	kind: ['jenis', 'jenis barang', 'kind'],
	category: ['kelompok', 'kategori', 'rak', 'shelf', 'category'],
	foodGroup: ['kelompok pangan', 'pangan', 'food group'],
	fresh: ['segar', 'fresh'],
	bundle: ['paket', 'bundle'],
	normalUnit: ['satuan stok', 'satuan normal', 'satuan dasar', 'stock unit'],
	unit: ['satuan', 'satuan jual', 'unit'],
	size: ['isi', 'isi satuan', 'size'],
	price: ['harga', 'harga jual', 'price'],
	shopPrice: ['harga toko', 'shop price'],
	agencyPrice: ['harga instansi', 'agency price'],
	ceiling: ['kelas het', 'het', 'batas harga', 'price ceiling', 'ceiling'],
	barcode: ['kode batang', 'barcode', 'kode barang', 'ean'],
	atCounter: ['di kasir', 'kasir', 'at the counter'],
	inShop: ['di toko', 'toko', 'in the shop'],
	forAgencies: ['untuk instansi', 'instansi', 'for agencies'],
	owner: ['pemilik', 'penitip', 'owner'],
	commission: ['bagian kube', 'komisi', 'share of the kube', 'commission'],
	picture: ['gambar', 'picture'],
	description: ['keterangan', 'deskripsi', 'description'],
	stock: ['stok', 'stok awal', 'jumlah', 'stock'],
	cost: ['harga beli', 'modal', 'harga modal', 'cost']
} as const satisfies Record<string, readonly string[]>;

export type ProductColumn = keyof typeof productColumns;
export type Places = ReadonlyMap<ProductColumn, number>;

/** What can be wrong with one cell. */
export type CellProblem =
	| 'number-wrong' | 'name-missing' | 'name-long' | 'kind-unknown' | 'category-unknown' | 'food-unknown' | 'yes-no'
	| 'unit-missing' | 'unit-unknown' | 'size-wrong' | 'price-wrong' | 'ceiling-unknown' | 'barcode-wrong' | 'commission-wrong'
	| 'picture-unknown' | 'description-long' | 'stock-wrong' | 'cost-wrong'; // prettier-ignore

/** What can be wrong with a row beside the others, or beside what is there. */
export type ProductProblem =
	| CellProblem | 'name-known' | 'number-other' | 'unit-twice' | 'size-missing' | 'normal-unit-size' | 'normal-changed'
	| 'barcode-twice' | 'stock-known' | 'owner-missing' | 'owner-unknown' | 'owner-not-consigned' | 'commission-missing'; // prettier-ignore

export interface BadCell<Problem extends string = CellProblem> {
	/** As the spreadsheet numbers it. */
	readonly row: number;
	readonly column: ProductColumn;
	readonly problem: Problem;
}

/** What a row says; null where it says nothing. */
export interface ProductRow {
	readonly row: number;
	readonly number: number | null;
	readonly name: string;
	readonly kind: ProductKind | null;
	readonly category: Category | null;
	readonly foodGroup: FoodGroup | null;
	readonly fresh: boolean | null;
	readonly bundle: boolean | null;
	readonly normalUnit: UnitKey | null;
	readonly unit: UnitKey | null;
	readonly size: Quantity | null;
	readonly price: Rupiah | null;
	readonly shopPrice: Rupiah | null;
	readonly agencyPrice: Rupiah | null;
	/** The class of goods under whose ceiling these are; `none` where the table says that they are under none. */
	readonly ceiling: CeilingClass | 'none' | null;
	readonly barcode: Barcode | null;
	readonly atCounter: boolean | null;
	readonly inShop: boolean | null;
	readonly forAgencies: boolean | null;
	/** The name of a member. */
	readonly owner: string | null;
	/** Thousandths. */
	readonly commission: number | null;
	readonly picture: GoodsPicture | null;
	readonly description: string | null;
	readonly stock: Quantity | null;
	/** Rupiah for one stock unit. */
	readonly cost: Rupiah | null;
}

/** Reads one row; `bad` lists every cell that cannot be read. */
export function readProductRow(row: TableRow, places: Places): { read: ProductRow; bad: BadCell[] } {
	const bad: BadCell[] = [];
	const cell = <Value>(
		column: ProductColumn,
		problem: CellProblem,
		read: (text: string) => Value | null
	): Value | null => {
		const text = cellOf(row, places, column);
		const value = text === '' ? null : read(text);
		if (text !== '' && value === null) bad.push({ row: row.number, column, problem });
		return value;
	};
	const name = cellOf(row, places, 'name').replace(/\s+/g, ' ');
	if (name === '') bad.push({ row: row.number, column: 'name', problem: 'name-missing' });
	if (name.length > nameLengthMax) bad.push({ row: row.number, column: 'name', problem: 'name-long' });
	const unit = cell('unit', 'unit-unknown', readUnit);
	if (cellOf(row, places, 'unit') === '') bad.push({ row: row.number, column: 'unit', problem: 'unit-missing' });
	const read = {
		row: row.number,
		number: cell('number', 'number-wrong', readNumber),
		name,
		kind: cell('kind', 'kind-unknown', readProductKind),
		category: cell('category', 'category-unknown', readCategory),
		foodGroup: cell('foodGroup', 'food-unknown', readFoodGroup),
		fresh: cell('fresh', 'yes-no', readYesNo),
		bundle: cell('bundle', 'yes-no', readYesNo),
		normalUnit: cell('normalUnit', 'unit-unknown', readUnit),
		unit,
		size: cell('size', 'size-wrong', readSize),
		price: cell('price', 'price-wrong', readPrice),
		shopPrice: cell('shopPrice', 'price-wrong', readPrice),
		agencyPrice: cell('agencyPrice', 'price-wrong', readPrice),
		ceiling: cell('ceiling', 'ceiling-unknown', readCeiling),
		barcode: cell('barcode', 'barcode-wrong', readBarcode),
		atCounter: cell('atCounter', 'yes-no', readYesNo),
		inShop: cell('inShop', 'yes-no', readYesNo),
		forAgencies: cell('forAgencies', 'yes-no', readYesNo),
		owner: cell('owner', 'name-missing', (text) => text),
		commission: cell('commission', 'commission-wrong', readPercent),
		picture: cell('picture', 'picture-unknown', parseGoodsPicture),
		description: cell('description', 'description-long', readDescription),
		stock: cell('stock', 'stock-wrong', readQuantity),
		cost: cell('cost', 'cost-wrong', readPrice)
	};
	return { read, bad };
}

function readNumber(text: string): number | null {
	return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function readUnit(text: string): UnitKey | null {
	return parseUnit(text)?.key ?? null;
}

function readPrice(text: string): Rupiah | null {
	const price = parseRupiah(text);
	return typeof price === 'string' || price > priceMax ? null : price;
}

/** Spreadsheets of any language write decimals; a comma is taken for one, as here. */
function readQuantity(text: string): Quantity | null {
	const amount = parseQuantity(text, 'id');
	return typeof amount === 'string' ? null : amount;
}

function readSize(text: string): Quantity | null {
	const size = readQuantity(text);
	return size === null || size === 0 ? null : size;
}

/** A percentage as thousandths: 10, 10% and 12,5 are 100, 100 and 125. */
function readPercent(text: string): number | null {
	const percent = readQuantity(text.replace('%', ''));
	return percent === null || percent > 100 * oneUnit || percent % 100 !== 0 ? null : percent / 100;
}

function readCeiling(text: string): CeilingClass | 'none' | null {
	return readYesNo(text) === false ? 'none' : readCeilingClass(text);
}

function readBarcode(text: string): Barcode | null {
	const parsed = parseBarcode(text);
	return isBarcodeProblem(parsed) ? null : parsed;
}

function readDescription(text: string): string | null {
	return text.length > descriptionLengthMax ? null : text;
}

const yes = new Set(['ya', 'y', 'iya', 'yes', '1', 'x', 'v', 'benar', 'true', '✓', '✔']);
const no = new Set(['tidak', 't', 'tdk', 'no', 'n', '0', '-', 'salah', 'false']);

function readYesNo(text: string): boolean | null {
	const said = text.toLowerCase();
	return yes.has(said) ? true : no.has(said) ? false : null;
}
