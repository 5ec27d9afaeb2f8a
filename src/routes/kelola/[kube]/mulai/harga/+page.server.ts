/** Second step: prices, with the usual one already written where it is known. */
import * as v from 'valibot';
import { stockedProducts } from '#lib/catalog/import-products.server.ts';
import type { StockedProduct } from '#lib/catalog/detail.ts';
import { setPrices } from '#lib/catalog/set-price.server.ts';
import { starterNamed } from '#lib/catalog/starter-guess.ts';
import { markStep } from '#lib/groups/ready.server.ts';
import { isId } from '#lib/kernel/id.ts';
import { priceMax } from '#lib/kernel/rupiah.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { optionalRupiahField } from '#lib/web/fields.ts';
import { linesMax, withLines } from '#lib/web/line-fields.ts';
import { onwardFrom, skipStep } from '../going-on.ts';
import type { Actions, PageServerLoad } from './$types';

const PriceForm = withLines({}, 'unit', v.object({ price: optionalRupiahField(priceMax) }));

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, group, db } = await requireGroup(event, 'catalog.edit');
	const products = await stockedProducts(reader, groupId, db.clock());
	const lines = products.flatMap(linesOf);
	const unpriced = lines.filter((line) => line.price === null);
	return {
		readiness: group.readiness,
		lines: (unpriced.length > 0 ? unpriced : lines).slice(0, linesMax),
		isCut: unpriced.length > linesMax,
		has: products.length
	};
};

export const actions: Actions = {
	simpan: async (event) =>
		onwardFrom(
			event,
			'prices',
			await answer(event, 'catalog.edit', PriceForm, async (work, { lines }) => {
				await setPrices(
					work,
					lines.flatMap(({ key, line: { price } }) =>
						isId(key) && price !== null ? [{ unitId: key, channel: 'all' as const, price }] : []
					)
				);
				await markStep(work, 'prices', 'done');
			})
		),
	lewati: async (event) =>
		onwardFrom(event, 'prices', await answer(event, 'catalog.edit', v.object({}), (work) => skipStep(work, 'prices')))
};

/** A line for each unit of a product, with its price or the usual one. */
function linesOf({ name, picture, photoFileId, units }: StockedProduct) {
	const starter = starterNamed(name);
	return units.map(({ id, unit, prices }) => ({
		unitId: id,
		name,
		picture,
		photoFileId,
		unit,
		price: prices.all,
		usual: starter?.units.find((offered) => offered.unit === unit)?.price ?? null
	}));
}
