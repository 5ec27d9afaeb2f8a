/** First step: picking goods from a list with pictures, those of the group's own kinds of business first. */
import * as v from 'valibot';
import { addStarterGoods } from '#lib/catalog/add-starter.server.ts';
import { stockedProducts } from '#lib/catalog/import-products.server.ts';
import type { StarterGood } from '#lib/catalog/starter-good.ts';
import { starterFor } from '#lib/catalog/starter.ts';
import { businessesOf } from '#lib/groups/queries.server.ts';
import { markStep } from '#lib/groups/ready.server.ts';
import { folded } from '#lib/kernel/text.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { listOf } from '#lib/web/line-fields.ts';
import { m } from '#texts/messages.js';
import { onwardFrom, skipStep } from '../going-on.ts';
import type { Actions, PageServerLoad } from './$types';

const PickForm = v.pipe(
	v.looseObject({}),
	v.transform((fields) => listOf(fields['pick'])),
	v.minLength(1, () => m.office_pick_none())
);

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, group, db } = await requireGroup(event, 'catalog.edit');
	const [{ main, others }, products] = await Promise.all([
		businessesOf(reader, groupId),
		stockedProducts(reader, groupId, db.clock())
	]);
	const known = new Set(products.map((product) => folded(product.name)));
	const offered = starterFor([main, ...others]);
	const shown = (goods: readonly StarterGood[]) =>
		goods
			.filter((good) => !known.has(folded(good.name)))
			.map(({ key, name, picture, category, units }) => ({ key, name, picture, category, main: units[0] ?? null }));
	return {
		readiness: group.readiness,
		usual: shown(offered.usual),
		others: shown(offered.others),
		has: products.length
	};
};

export const actions: Actions = {
	simpan: async (event) =>
		onwardFrom(
			event,
			'goods',
			await answer(event, 'catalog.edit', PickForm, async (work, keys) => {
				await addStarterGoods(
					work,
					keys.map((key) => ({ key, prices: 'later' }))
				);
				await markStep(work, 'goods', 'done');
			})
		),
	lewati: async (event) =>
		onwardFrom(event, 'goods', await answer(event, 'catalog.edit', v.object({}), (work) => skipStep(work, 'goods')))
};
