/** A table of goods as a spreadsheet gets it; sent back, it changes nothing unless someone changed it. */
import { csvText } from '#lib/files/csv.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Quantity } from '#lib/kernel/quantity.ts';
import { quantityInput } from '#lib/look/quantity-text.ts';
import { m } from '#texts/messages.js';
import type { ProductUnit, StockedProduct } from './detail.ts';
import type { ProductColumn } from './import-row.ts';
import { productColumnName } from './import-text.ts';
import { categoryName, ceilingName, foodGroupName, productKindName } from './product-names.ts';

/** Stock and cost are no part of it: they are facts of the stock room. */
const columns = [
	'number', 'name', 'kind', 'category', 'foodGroup', 'fresh', 'bundle', 'normalUnit', 'unit', 'size', 'price', 'shopPrice',
	'agencyPrice', 'ceiling', 'barcode', 'atCounter', 'inShop', 'forAgencies', 'owner', 'commission', 'picture', 'description'
] as const satisfies readonly ProductColumn[]; // prettier-ignore

/** The CSV of a group's goods, a row for each unit; `members` gives the names of owners. */
export function productsCsv(products: readonly StockedProduct[], members: ReadonlyMap<Id, string>): string {
	const rows = products.flatMap((product) => product.units.map((unit) => rowOf(product, unit, members)));
	return csvText([columns.map(productColumnName), ...rows.map((row) => columns.map((column) => row[column]))]);
}

function rowOf(
	product: StockedProduct,
	unit: ProductUnit,
	members: ReadonlyMap<Id, string>
): Record<(typeof columns)[number], string> {
	const { consignment, foodGroup } = product;
	return {
		number: String(product.number),
		name: product.name,
		kind: productKindName(product.kind),
		category: categoryName(product.category),
		foodGroup: foodGroup === null ? '' : foodGroupName(foodGroup),
		fresh: yesNo(product.isFresh),
		bundle: yesNo(product.isBundle),
		normalUnit: product.normalUnit,
		unit: unit.unit,
		size: number(unit.factor),
		price: String(unit.prices.all ?? ''),
		shopPrice: String(unit.prices.shop ?? ''),
		agencyPrice: String(unit.prices.agency ?? ''),
		ceiling: product.ceilingClass === null ? '' : ceilingName(product.ceilingClass),
		barcode: product.barcode ?? '',
		atCounter: yesNo(product.atCounter),
		inShop: yesNo(product.inShop),
		forAgencies: yesNo(product.forAgencies),
		owner: consignment === null ? '' : (members.get(consignment.ownerMemberId) ?? ''),
		commission: consignment === null ? '' : percent(consignment.commission),
		picture: product.picture,
		description: product.description
	};
}

function number(amount: Quantity): string {
	return quantityInput(amount, 'id');
}

/** Thousandths as a percentage: 125 is 12,5. */
function percent(thousandths: number): string {
	return String(thousandths / 10).replace('.', ',');
}

function yesNo(yes: boolean): string {
	return yes ? m.common_yes() : m.common_no();
}
