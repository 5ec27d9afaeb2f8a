/** What is in stock, how much of it, and what it is worth. */
import { stockOf, stockValue } from '#lib/inventory/queries.server.ts';
import { finds, searchable } from '#lib/kernel/text.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { pageOf } from '../pages.ts';
import type { PageServerLoad } from './$types';

const pageSize = 100;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'stock.read');
	const asked = event.url.searchParams;
	const query = asked.get('cari') ?? '';
	const onlyShort = asked.get('tampil') === 'kurang';
	const [levels, value] = await Promise.all([stockOf(reader, groupId), stockValue(reader, groupId)]);
	const found = levels.filter((level) => (!onlyShort || level.quantity < 0) && finds(searchable(level.name), query));
	return {
		value,
		page: pageOf(found, event.url, pageSize),
		goods: levels.length,
		short: levels.filter((level) => level.quantity < 0).length,
		query,
		onlyShort,
		mayReceive: can('stock.receive')
	};
};
