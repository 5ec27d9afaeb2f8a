/** What the group sells, by name, found by words. */
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import type { PricedProduct } from '#lib/catalog/price-list.ts';
import { productsOf } from '#lib/catalog/queries.server.ts';
import { type GroupAccess, requireGroup } from '#lib/web/access.server.ts';
import { type ListPage, pageOf } from '../pages.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
	const access = await requireGroup(event, 'catalog.read');
	const asked = event.url.searchParams;
	const query = asked.get('cari') ?? '';
	const onlyUnpriced = asked.get('tampil') === 'tanpa-harga';
	const page = onlyUnpriced ? await unpriced(access, event.url) : await found(access, event.url, query);
	return { page, query, onlyUnpriced, mayEdit: access.can('catalog.edit') };
};

async function found({ reader, groupId, db }: GroupAccess, url: URL, query: string): Promise<ListPage<PricedProduct>> {
	const after = url.searchParams.get('sesudah') ?? undefined;
	const { products, next } = await productsOf(reader, groupId, { at: db.clock(), query, after, limit: pageSize });
	const parameters = new URLSearchParams({ ...(query === '' ? {} : { cari: query }), sesudah: next ?? '' });
	return {
		items: products,
		previous: null,
		next: next === null ? null : `${url.pathname}?${parameters.toString()}`,
		place: undefined
	};
}

async function unpriced({ reader, groupId, db }: GroupAccess, url: URL): Promise<ListPage<PricedProduct>> {
	const list = await priceListOf(reader, groupId, 'counter', db.clock());
	return pageOf(list.filter((product) => product.units.every((unit) => unit.price === null)), url, pageSize); // prettier-ignore
}
