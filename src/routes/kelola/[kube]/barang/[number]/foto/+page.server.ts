/** The photo of a product: taken with the camera, or from a file. */
import * as v from 'valibot';
import { editProduct } from '#lib/catalog/edit-product.server.ts';
import { productByNumber } from '#lib/catalog/queries.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { foundOr404, numberOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { takePhoto } from '../../../photo.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'catalog.edit');
	return { product: await foundOr404(productByNumber(reader, groupId, numberOr404(event.params.number))) };
};

const addressOf = ({ kube, number }: { kube: string; number: string }): string => `/kelola/${kube}/barang/${number}`;

export const actions: Actions = {
	kirim: async (event) => {
		const access = await requireGroup(event, 'catalog.edit');
		const number = numberOr404(event.params.number);
		const taken = await takePhoto(event, access, 'product', async (work, photoFileId) => {
			const { id } = await productByNumber(work.reader, work.groupId, number);
			await editProduct(work, id, { photoFileId });
		});
		return onward(taken, () => addressOf(event.params));
	},
	hapus: async (event) =>
		onward(
			await answer(event, 'catalog.edit', v.object({}), async (work) => {
				const { id } = await productByNumber(work.reader, work.groupId, numberOr404(event.params.number));
				await editProduct(work, id, { photoFileId: null });
			}),
			() => addressOf(event.params)
		)
};
