/** Goods that came in, the latest first. */
import { receiptsOf } from '#lib/inventory/receipt-queries.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

const pageSize = 40;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'stock.read');
	const below = Number(event.url.searchParams.get('sebelum') ?? '0');
	const { rows, next } = await receiptsOf(reader, groupId, {
		below: Number.isSafeInteger(below) && below > 0 ? below : null,
		limit: pageSize
	});
	return {
		receipts: rows,
		next: next === null ? null : `${event.url.pathname}?sebelum=${next}`,
		mayReceive: can('stock.receive')
	};
};
