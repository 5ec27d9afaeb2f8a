/** Taking a table of goods over: all of it or nothing. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Table } from '#lib/files/table.ts';
import { membersOf } from '#lib/groups/people.server.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { lineAmount, type Quantity } from '#lib/kernel/quantity.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { folded } from '#lib/kernel/text.ts';
import { type AddedProduct, addProducts } from './add-product.server.ts';
import type { StockedProduct } from './detail.ts';
import { editProduct } from './edit-product.server.ts';
import type { Addition } from './import-plan.ts';
import { type KnownGoods, previewProducts } from './import-products.ts';
import { productFrom } from './queries.server.ts';
import { unitsByProduct } from './product-prices.server.ts';
import { setPrices } from './set-price.server.ts';
import { setUnits } from './set-units.server.ts';

/** Something is wrong in the table; the preview says what and where. */
export class TableWrong extends Refusal {
	readonly code = 'catalog.table-wrong';
	/** How many cells. */
	readonly cells: number;

	constructor(cells: number) {
		super(`${cells} cells of the table are wrong.`);
		this.cells = cells;
	}
}

/** Goods that the table says are there, to be received at the opening. */
export interface OpeningStock {
	readonly productId: Id;
	/** In the stock unit. */
	readonly quantity: Quantity;
	/** What all of it cost. */
	readonly cost: Rupiah;
}

export interface ImportedGoods {
	readonly added: number;
	readonly changed: number;
	/** For the stock room: `receiveGoods` in the same work. */
	readonly stock: readonly OpeningStock[];
}

/** What a group has already, for a preview. */
export async function knownGoods(reader: Reader, groupId: Id, at: Instant): Promise<KnownGoods> {
	const members = (await membersOf(reader, groupId, at)).filter((member) => member.leftOn === null);
	return {
		products: await stockedProducts(reader, groupId, at),
		members: new Map(members.map((member) => [folded(member.name), member.id]))
	};
}

/** All products that a group sells, with their units and prices, by number. */
export async function stockedProducts(reader: Reader, groupId: Id, at: Instant): Promise<StockedProduct[]> {
	const rows = await reader
		.selectFrom('product')
		.selectAll()
		.where('groupId', '=', groupId)
		.where('isActive', '=', 1)
		.orderBy('number')
		.execute();
	const units = await unitsByProduct(reader, groupId, at);
	return rows.map((row) => ({ ...productFrom(row), units: units.get(row.id) ?? [] }));
}

/** Adds and changes what the table says. Throws HeadingsMissing, TableWrong, and what its parts throw. */
export async function importProducts(work: Work, table: Table): Promise<ImportedGoods> {
	const known = await knownGoods(work.reader, work.groupId, work.now);
	const { problems, additions, alterations } = previewProducts(table, known);
	if (problems.length > 0) throw new TableWrong(problems.length);
	for (const { productId, change, units, prices } of alterations) {
		if (Object.keys(change).length > 0) await editProduct(work, productId, change);
		if (units !== null) await setUnits(work, productId, units);
		await setPrices(work, prices);
	}
	const added = await addProducts(
		work,
		additions.map(({ product }) => product)
	);
	return {
		added: added.length,
		changed: alterations.length,
		stock: added.flatMap((product, index) => openingOf(product, present(additions[index], 'an addition')))
	};
}

function openingOf({ productId }: AddedProduct, { product, stock, cost }: Addition): OpeningStock[] {
	if (stock === null || stock === 0 || product.kind === 'service') return [];
	const perUnit = product.kind === 'consigned' ? rupiah(0) : (cost ?? rupiah(0));
	return [{ productId, quantity: stock, cost: lineAmount(perUnit, stock) }];
}
