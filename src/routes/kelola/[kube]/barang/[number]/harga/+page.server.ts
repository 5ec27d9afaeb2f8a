/** Setting the prices of a product, now or from a later day on. */
import * as v from 'valibot';
import { unitsOf } from '#lib/catalog/product-prices.server.ts';
import { channels } from '#lib/catalog/product.ts';
import { productByNumber } from '#lib/catalog/queries.server.ts';
import { type NewPrice, setPrices } from '#lib/catalog/set-price.server.ts';
import { type Day, parseDay, startOf } from '#lib/kernel/day.ts';
import { type Id, isId } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { priceMax } from '#lib/kernel/rupiah.ts';
import { type GroupAccess, requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { optionalRupiahField, optionalText } from '#lib/web/fields.ts';
import { foundOr404, numberOr404 } from '#lib/web/found.server.ts';
import { withLines } from '#lib/web/line-fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import type { Actions, PageServerLoad } from './$types';

const PriceLine = v.object({
	all: optionalRupiahField(priceMax),
	counter: optionalRupiahField(priceMax),
	shop: optionalRupiahField(priceMax),
	agency: optionalRupiahField(priceMax)
});
const PriceForm = withLines({ from: optionalText(10) }, 'unit', PriceLine);

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db, today } = await requireGroup(event, 'catalog.edit');
	const product = await foundOr404(productByNumber(reader, groupId, numberOr404(event.params.number)));
	return { product, today, units: await unitsOf(reader, groupId, product.id, db.clock()) };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'catalog.edit', PriceForm, async (work, { from, lines }, access) => {
				const begins = beginOf(parseDay(from), access);
				await setPrices(
					work,
					lines.flatMap(({ key, line }) => (isId(key) ? pricesOf(key, line, begins) : []))
				);
			}),
			() => `/kelola/${event.params.kube}/barang/${event.params.number}`
		)
};

/** The first moment of a later day; undefined for at once. */
function beginOf(day: Day | null, { today, group }: GroupAccess): Instant | undefined {
	return day === null || day <= today ? undefined : startOf(day, group.zone);
}

/** An empty price for all stays as it is; an empty price of a channel ends that channel's own. */
function pricesOf(unitId: Id, line: v.InferOutput<typeof PriceLine>, validFrom: Instant | undefined): NewPrice[] {
	const all: NewPrice[] = line.all === null ? [] : [{ unitId, channel: 'all', price: line.all, validFrom }];
	return [...all, ...channels.map((channel) => ({ unitId, channel, price: line[channel], validFrom }))];
}
