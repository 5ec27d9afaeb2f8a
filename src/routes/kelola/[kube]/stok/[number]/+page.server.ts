/** The stock of one product, and everything that moved it. */
import { productByNumber } from '#lib/catalog/queries.server.ts';
import { type MovementPlace, movementsOf, stockOfProduct } from '#lib/inventory/queries.server.ts';
import { isId } from '#lib/kernel/id.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { foundOr404, numberOr404 } from '#lib/web/found.server.ts';
import type { PageServerLoad } from './$types';

const pageSize = 40;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'stock.read');
	const product = await foundOr404(productByNumber(reader, groupId, numberOr404(event.params.number)));
	const after = placeFrom(event.url.searchParams.get('sesudah'));
	const [level, { rows, next }] = await Promise.all([
		stockOfProduct(reader, groupId, product.id),
		movementsOf(reader, groupId, product.id, { after, limit: pageSize })
	]);
	return {
		product,
		level,
		movements: rows,
		next: next === null ? null : `${event.url.pathname}?sesudah=${next.seq}~${next.sourceId}~${next.sourceLine}`,
		mayReceive: can('stock.receive') && product.isActive,
		mayCount: can('stock.count'),
		maySeeSales: can('sale.read')
	};
};

function placeFrom(text: string | null): MovementPlace | null {
	const [seq = '', sourceId = '', line = ''] = (text ?? '').split('~');
	const areNumbers = [seq, line].every((number) => /^\d{1,15}$/.test(number));
	return areNumbers && isId(sourceId) ? { seq: Number(seq), sourceId, sourceLine: Number(line) } : null;
}
