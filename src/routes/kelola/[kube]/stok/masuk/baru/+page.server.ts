/** First half of goods coming in: which goods. */
import { productByNumber, productsOf } from '#lib/catalog/queries.server.ts';
import { keepsStock } from '#lib/catalog/product.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { foundOr404, numberOr404 } from '#lib/web/found.server.ts';
import type { PageServerLoad } from './$types';

const shownMax = 60;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db, can } = await requireGroup(event, 'stock.receive');
	const asked = event.url.searchParams;
	const query = asked.get('cari') ?? '';
	const numbers = [...new Set(asked.getAll('barang'))];
	const [found, picked] = await Promise.all([
		productsOf(reader, groupId, { at: db.clock(), query, limit: shownMax }),
		Promise.all(numbers.map((number) => foundOr404(productByNumber(reader, groupId, numberOr404(number)))))
	]);
	const goods = found.products.filter(({ kind, number }) => keepsStock(kind) && !numbers.includes(String(number)));
	return { query, picked, goods, isCut: found.next !== null, mayAdd: can('catalog.edit') };
};
