/** One product of a warung, with every unit it is sold in. */
import { error } from '@sveltejs/kit';
import { sellable } from '#lib/catalog/price-list.ts';
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import { productById } from '#lib/catalog/queries.server.ts';
import { licencesOf } from '#lib/groups/licences.server.ts';
import { regionPath } from '#lib/regions/queries.server.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import { publicGroup } from '#lib/web/public-group.server.ts';
import { m } from '#texts/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, reader } = requirePublic(event);
	const group = await publicGroup(event, event.params.kube);
	const now = db.clock();
	const list = sellable(await priceListOf(reader, group.groupId, 'shop', now));
	const product = list.find((candidate) => String(candidate.number) === event.params.number);
	if (product === undefined) error(404, m.web_not_found());
	const [path, licences, { description }] = await Promise.all([
		regionPath(reader, group.villageCode),
		licencesOf(reader, group.groupId),
		productById(reader, group.groupId, product.id)
	]);
	return { now, group, place: path.text, product, licences, description };
};
