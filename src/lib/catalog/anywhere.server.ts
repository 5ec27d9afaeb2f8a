/** Goods of all active groups that show them in the shop: by words or shelf, a page at a time. */
import { sql } from 'kysely';
import type { Reader } from '#lib/db/open.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { id, type Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { queryWords } from '#lib/kernel/text.ts';
import { type PricedProduct, sellable } from './price-list.ts';
import { pricedProducts, pricedRows } from './price-list.server.ts';
import type { Category } from './product.ts';

export interface GoodsSearch {
	readonly at: Instant;
	readonly query?: string;
	readonly category?: Category | null;
	/** The `next` of the page before. */
	readonly after?: string;
	readonly limit: number;
}

/** A product with the warung that sells it. */
export interface GoodsAnywhere {
	readonly groupId: Id;
	readonly slug: string;
	/** The warung's name. */
	readonly shop: string;
	readonly product: PricedProduct;
}

export interface GoodsPage {
	readonly goods: readonly GoodsAnywhere[];
	/** Asks for the next page; null on the last. */
	readonly next: string | null;
}

const pageMax = 100;

/** Goods with a price, by name and then by warung. */
export async function goodsAnywhere(reader: Reader, search: GoodsSearch): Promise<GoodsPage> {
	const size = Math.min(search.limit, pageMax);
	const found = await shown(reader, search)
		.select(['product.groupId', 'product.id', 'product.searchText', 'kube.slug', 'kube.name as shop'])
		.orderBy('product.searchText')
		.orderBy('product.groupId')
		.orderBy('product.id')
		.limit(size + 1)
		.execute();
	const page = found.slice(0, size);
	const products = await productsWith(reader, page, search.at);
	const last = page.at(-1);
	return {
		goods: page.flatMap(({ groupId, slug, shop, ...row }) => {
			const product = products.get(row.id);
			return product === undefined ? [] : [{ groupId: id(groupId), slug, shop, product }];
		}),
		next: found.length > size && last !== undefined ? [last.searchText, last.groupId, last.id].join('~') : null
	};
}

function shown(reader: Reader, { query = '', category = null, after, at }: GoodsSearch) {
	let rows = reader
		.selectFrom('product')
		.innerJoin('kube', 'kube.groupId', 'product.groupId')
		.where('kube.status', '=', 'active')
		.where('product.isActive', '=', 1)
		.where('product.inShop', '=', 1)
		.where((row) =>
			row.exists(
				row
					.selectFrom('productPrice')
					.select('productPrice.id')
					.whereRef('productPrice.groupId', '=', 'product.groupId')
					.whereRef('productPrice.productId', '=', 'product.id')
					.where('productPrice.validFrom', '<=', at)
			)
		);
	if (category !== null) rows = rows.where('product.category', '=', category);
	for (const word of queryWords(query))
		rows = rows.where(sql<string>`' ' || product.search_text`, 'like', `% ${word}%`);
	const [text, groupId, productId] = after?.split('~') ?? [];
	if (text === undefined || groupId === undefined || productId === undefined) return rows;
	return rows.where((row) =>
		row(row.refTuple('product.searchText', 'product.groupId', 'product.id'), '>', row.tuple(text, groupId, productId))
	);
}

/** The products of a page, by id, each with the units that have a price in the shop. */
async function productsWith(
	reader: Reader,
	page: readonly { readonly groupId: string; readonly id: string }[],
	at: Instant
): Promise<Map<string, PricedProduct>> {
	if (page.length === 0) return new Map();
	const rows = await pricedRows(reader, 'shop', at)
		.where('product.groupId', 'in', [...new Set(page.map((row) => row.groupId))])
		.where(
			'product.id',
			'in',
			page.map((row) => row.id)
		)
		.execute();
	return new Map(sellable(pricedProducts(rows)).map((product) => [present(product.id, 'product'), product]));
}
