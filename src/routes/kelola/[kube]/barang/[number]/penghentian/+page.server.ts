/** Taking a product off the shelf for good. */
import * as v from 'valibot';
import { retireProduct } from '#lib/catalog/edit-product.server.ts';
import { productByNumber } from '#lib/catalog/queries.server.ts';
import { stockOfProduct } from '#lib/inventory/queries.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { foundOr404, numberOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'catalog.edit');
	const product = await foundOr404(productByNumber(reader, groupId, numberOr404(event.params.number)));
	return { product, level: await stockOfProduct(reader, groupId, product.id) };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'catalog.edit', v.object({}), async (work) => {
				const { id } = await productByNumber(work.reader, work.groupId, numberOr404(event.params.number));
				await retireProduct(work, id);
			}),
			() => `/kelola/${event.params.kube}/barang`
		)
};
