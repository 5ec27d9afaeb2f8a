/** The price list to post on the wall: live prices, dated, by food group, and what aid may buy where a rule says so (R7). */
import { aidBuys } from '#lib/aid/wall.server.ts';
import { byFoodGroup, sellable } from '#lib/catalog/price-list.ts';
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import { pendampingOf } from '#lib/groups/people.server.ts';
import { regionPath } from '#lib/regions/queries.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, group, db, today } = await requireGroup(event, 'catalog.read');
	const now = db.clock();
	const [list, guides, village] = await Promise.all([
		priceListOf(reader, groupId, 'counter', now),
		pendampingOf(reader, groupId, now),
		regionPath(reader, group.villageCode)
	]);
	const goods = sellable(list);
	const aided = await aidBuys(reader, { village: group.villageCode, day: today }, goods);
	return {
		now,
		today,
		shelves: byFoodGroup(goods),
		aided,
		address: `${group.address}, ${village.text}`,
		phone: group.phone,
		pendamping: guides[0]?.name ?? null,
		office: theApp().installation.name
	};
};
