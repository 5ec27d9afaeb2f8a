/** Which goods need a price label. */
import { byCategory, findGoods, sellable } from '#lib/catalog/price-list.ts';
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db } = await requireGroup(event, 'catalog.read');
	const query = event.url.searchParams.get('cari') ?? '';
	const list = sellable(await priceListOf(reader, groupId, 'counter', db.clock()));
	return { query, count: list.length, shelves: byCategory(findGoods(list, query)) };
};
