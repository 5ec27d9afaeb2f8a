/** Changing what is written of a product. */
import * as v from 'valibot';
import { editProduct } from '#lib/catalog/edit-product.server.ts';
import { productByNumber } from '#lib/catalog/queries.server.ts';
import { membersOf } from '#lib/groups/people.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { foundOr404, numberOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { productEntries, productOf } from '../../product-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db } = await requireGroup(event, 'catalog.edit');
	const [product, members] = await Promise.all([
		foundOr404(productByNumber(reader, groupId, numberOr404(event.params.number))),
		membersOf(reader, groupId, db.clock())
	]);
	const owners = members.filter((member) => member.leftOn === null).map(({ id, name }) => ({ value: id, label: name }));
	return { product, owners };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'catalog.edit', v.object(productEntries), async (work, input) => {
				const { id } = await productByNumber(work.reader, work.groupId, numberOr404(event.params.number));
				await editProduct(work, id, productOf(input));
			}),
			() => `/kelola/${event.params.kube}/barang/${event.params.number}`
		)
};
