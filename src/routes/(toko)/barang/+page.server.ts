/** Goods of all warung, by words. */
import { goodsAnywhere } from '#lib/catalog/anywhere.server.ts';
import { parseCategory } from '#lib/catalog/product.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

const pageSize = 36;

export const load: PageServerLoad = async (event) => {
	const { db, reader } = requirePublic(event);
	const asked = event.url.searchParams;
	const query = asked.get('cari') ?? '';
	const category = parseCategory(asked.get('rak') ?? '');
	const after = asked.get('sesudah');
	const { goods, next } = await goodsAnywhere(reader, {
		at: db.clock(),
		query,
		category,
		limit: pageSize,
		...(after === null ? {} : { after })
	});
	return { goods, query, category, next: next === null ? null : nextOf(event.url, next) };
};

function nextOf(url: URL, after: string): string {
	const parameters = new URLSearchParams(url.searchParams);
	parameters.set('sesudah', after);
	return `${url.pathname}?${parameters.toString()}`;
}
