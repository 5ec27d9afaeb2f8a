/** Saying that stock is other than the record says: counted, spoiled or lost, or used by the group itself. */
import * as v from 'valibot';
import { productByNumber } from '#lib/catalog/queries.server.ts';
import { adjustmentKinds, adjustStock } from '#lib/inventory/adjust.server.ts';
import { stockOfProduct } from '#lib/inventory/queries.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { countedField, needed, oneOf } from '#lib/web/fields.ts';
import { foundOr404, numberOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import type { Actions, PageServerLoad } from './$types';

const noteMax = 200;

const AdjustmentForm = v.pipe(
	v.object({ kind: oneOf(adjustmentKinds), quantity: countedField, note: needed(noteMax) }),
	v.forward(
		v.check(
			({ kind, quantity }) => kind === 'count' || quantity > 0,
			() => m.web_quantity_negative()
		),
		['quantity']
	)
);

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'stock.count');
	const product = await foundOr404(productByNumber(reader, groupId, numberOr404(event.params.number)));
	return { product, level: await stockOfProduct(reader, groupId, product.id) };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'stock.count', AdjustmentForm, async (work, { kind, quantity, note }) => {
				const product = await productByNumber(work.reader, work.groupId, numberOr404(event.params.number));
				await adjustStock(work, {
					id: work.newId(),
					kind,
					productId: product.id,
					quantity,
					note,
					happenedAt: work.now
				});
			}),
			() => `/kelola/${event.params.kube}/stok/${event.params.number}`
		)
};
