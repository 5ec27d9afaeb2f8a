/** The units a product is sold in. */
import { unitsOf } from '#lib/catalog/product-prices.server.ts';
import { productByNumber } from '#lib/catalog/queries.server.ts';
import { setUnits } from '#lib/catalog/set-units.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { foundOr404, numberOr404 } from '#lib/web/found.server.ts';
import { withLines } from '#lib/web/line-fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { newUnits, unitField, UnitLineForm } from '../../unit-lines.ts';
import type { Actions, PageServerLoad } from './$types';

const UnitsForm = withLines({ main: unitField }, 'lines', UnitLineForm);

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db } = await requireGroup(event, 'catalog.edit');
	const product = await foundOr404(productByNumber(reader, groupId, numberOr404(event.params.number)));
	return { product, units: await unitsOf(reader, groupId, product.id, db.clock()) };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'catalog.edit', UnitsForm, async (work, { main, lines }) => {
				const { id, normalUnit } = await productByNumber(work.reader, work.groupId, numberOr404(event.params.number));
				await setUnits(work, id, newUnits(lines.map(({ line }) => line), normalUnit, main)); // prettier-ignore
			}),
			() => `/kelola/${event.params.kube}/barang/${event.params.number}`
		)
};
