/** The goods of a counter, with prices and what is in stock now. */
import { createHash } from 'node:crypto';
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import { counterGoods } from '#lib/counter/goods.ts';
import { stockOf } from '#lib/inventory/queries.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answerJson } from '#lib/web/api.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answerJson(event, async () => {
		const { db, reader, groupId } = await requireGroup(event, 'sale.record');
		const [list, levels] = await Promise.all([
			priceListOf(reader, groupId, 'counter', db.clock()),
			stockOf(reader, groupId)
		]);
		const goods = counterGoods(list, new Map(levels.map(({ productId, quantity }) => [productId, quantity])));
		const etag = `"${createHash('sha256').update(JSON.stringify(goods)).digest('base64url').slice(0, 22)}"`;
		event.setHeaders({ 'cache-control': 'private, no-cache', etag });
		return { goods };
	});
