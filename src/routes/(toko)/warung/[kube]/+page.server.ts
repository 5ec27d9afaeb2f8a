/** One warung with its price list. */
import { findGoods, byCategory, sellable } from '#lib/catalog/price-list.ts';
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import { licencesOf } from '#lib/groups/licences.server.ts';
import { businessesOf } from '#lib/groups/queries.server.ts';
import { regionPath } from '#lib/regions/queries.server.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import { publicGroup } from '#lib/web/public-group.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, reader } = requirePublic(event);
	const group = await publicGroup(event, event.params.kube);
	const now = db.clock();
	const query = event.url.searchParams.get('cari') ?? '';
	const [list, path, businesses, licences] = await Promise.all([
		priceListOf(reader, group.groupId, 'shop', now),
		regionPath(reader, group.villageCode),
		businessesOf(reader, group.groupId),
		licencesOf(reader, group.groupId)
	]);
	const goods = findGoods(sellable(list), query);
	return { now, group, place: path.text, businesses, licences, shelves: byCategory(goods), found: goods.length, query };
};
