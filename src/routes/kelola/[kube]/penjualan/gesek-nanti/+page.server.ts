/** Papers of cards that are still to be swiped, by number and age, and writing one off. */
import * as v from 'valibot';
import { openDeeds, writeOffDeed } from '#lib/aid/deeds.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { idField, needed } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import type { Actions, PageServerLoad } from './$types';

const reasonMax = 200;
const WriteOffForm = v.object({ id: idField, reason: needed(reasonMax) });

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, today, can } = await requireGroup(event, 'sale.read');
	return { deeds: await openDeeds(reader, groupId, today), mayWriteOff: can('deeds.write-off') };
};

export const actions: Actions = {
	penghapusan: async (event) =>
		onward(
			await answer(event, 'deeds.write-off', WriteOffForm, (work, { id: saleId, reason }) =>
				writeOffDeed(work, { saleId, reason })
			),
			() => event.url.pathname
		)
};
