/** Price labels of the goods that were chosen, to be printed on A4. */
import { priceLabels } from '#lib/catalog/price-labels.ts';
import { sellable } from '#lib/catalog/price-list.ts';
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

const labelsMax = 300;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db } = await requireGroup(event, 'catalog.read');
	const chosen = new Set(event.url.searchParams.getAll('barang'));
	const list = sellable(await priceListOf(reader, groupId, 'counter', db.clock()));
	const wanted = chosen.has('semua') ? list : list.filter(({ number }) => chosen.has(String(number)));
	const labels = priceLabels(wanted, event.locals.language);
	return { labels: labels.slice(0, labelsMax), leftOut: labels.length > labelsMax, labelsMax };
};
