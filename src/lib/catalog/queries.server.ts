/** Products as a group's own people see them: in a list, and one with everything about it. */
import { sql } from 'kysely';
import type { Reader } from '#lib/db/open.server.ts';
import type { ProductTable } from '#lib/db/group-tables.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { queryWords } from '#lib/kernel/text.ts';
import { isBundle } from './bundle.ts';
import { parseCeilingClass } from './ceiling.ts';
import type { Product } from './detail.ts';
import { pricedProducts, pricedRows } from './price-list.server.ts';
import type { PricedProduct } from './price-list.ts';
import { type Category, parseCategory, parseFoodGroup, parseProductKind } from './product.ts';
import { unitOf } from './units.ts';

export type { Product } from './detail.ts';

/** Throws NotFound. */
export async function productById(reader: Reader, groupId: Id, productId: Id): Promise<Product> {
	return found(await productRows(reader, groupId).where('id', '=', productId).executeTakeFirst());
}

/** By the group's own small number. Throws NotFound. */
export async function productByNumber(reader: Reader, groupId: Id, number: number): Promise<Product> {
	return found(await productRows(reader, groupId).where('number', '=', number).executeTakeFirst());
}

function productRows(reader: Reader, groupId: Id) {
	return reader.selectFrom('product').selectAll().where('groupId', '=', groupId);
}

function found(row: ProductTable | undefined): Product {
	if (row === undefined) throw new NotFound('product');
	return productFrom(row);
}

/** A product from its row. */
export function productFrom(row: ProductTable): Product {
	const { number, name, barcode, picture, description, ownerMemberId, commission } = row;
	return {
		id: id(row.id),
		number, name, barcode, picture, description,
		kind: present(parseProductKind(row.kind), `kind ${row.kind}`),
		category: present(parseCategory(row.category), `category ${row.category}`),
		foodGroup: row.foodGroup === null ? null : parseFoodGroup(row.foodGroup),
		isFresh: row.isFresh === 1,
		isBundle: isBundle(name, row.isBundle),
		photoFileId: row.photoFileId === null ? null : id(row.photoFileId),
		normalUnit: present(unitOf(row.normalUnit), `unit ${row.normalUnit}`).key,
		consignment: ownerMemberId === null ? null : { ownerMemberId: id(ownerMemberId), commission: commission ?? 0 },
		ceilingClass: parseCeilingClass(row.ceilingClass),
		atCounter: row.atCounter === 1,
		inShop: row.inShop === 1,
		forAgencies: row.forAgencies === 1,
		isActive: row.isActive === 1
	}; // prettier-ignore
}

export interface ProductSearch {
	readonly at: Instant;
	/** Beginnings of words, or a number. */
	readonly query?: string | undefined;
	readonly category?: Category | undefined;
	/** The `next` of the page before. */
	readonly after?: string | undefined;
	readonly limit?: number;
}

export interface ProductPage {
	/** With the prices of the counter. */
	readonly products: readonly PricedProduct[];
	/** Asks for the next page; null on the last. */
	readonly next: string | null;
}

const pageDefault = 50;
const pageMax = 200;

/** What a group sells, by name, whatever the channel. */
export async function productsOf(reader: Reader, groupId: Id, search: ProductSearch): Promise<ProductPage> {
	const { at, query = '', category, after, limit = pageDefault } = search;
	const size = Math.min(limit, pageMax);
	let rows = reader
		.selectFrom('product')
		.select(['id', 'number', 'searchText'])
		.where('groupId', '=', groupId)
		.where('isActive', '=', 1);
	if (category !== undefined) rows = rows.where('category', '=', category);
	if (/^\d{1,6}$/.test(query.trim())) rows = rows.where('number', '=', Number(query));
	else
		for (const word of queryWords(query))
			rows = rows.where(sql<string>`' ' || product.search_text`, 'like', `% ${word}%`);
	const [text, number] = after?.split('~') ?? [];
	if (text !== undefined && number !== undefined && /^\d+$/.test(number))
		rows = rows.where((row) => row(row.refTuple('searchText', 'number'), '>', row.tuple(text, Number(number))));
	const found = await rows.orderBy('searchText').orderBy('number').limit(size + 1).execute(); // prettier-ignore
	const page = found.slice(0, size);
	const last = page.at(-1);
	return {
		products: await withPrices(
			reader,
			groupId,
			page.map((row) => row.id),
			at
		),
		next: found.length > size && last !== undefined ? `${last.searchText}~${last.number}` : null
	};
}

async function withPrices(
	reader: Reader,
	groupId: Id,
	productIds: readonly string[],
	at: Instant
): Promise<PricedProduct[]> {
	if (productIds.length === 0) return [];
	const rows = await pricedRows(reader, 'counter', at)
		.where('product.groupId', '=', groupId)
		.where('productUnit.groupId', '=', groupId)
		.where('product.id', 'in', [...productIds])
		.orderBy('product.searchText')
		.orderBy('product.number')
		.execute();
	return pricedProducts(rows);
}
