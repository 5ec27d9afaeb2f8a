/** Third step: the money there is when the books begin. */
import * as v from 'valibot';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { amountOrNothing, openedBy } from '../opening.ts';
import { onwardFrom, skipStep } from '../going-on.ts';
import type { Actions, PageServerLoad } from './$types';

const OpeningForm = v.object({ cashDrawer: amountOrNothing, cashOnHand: amountOrNothing, bank: amountOrNothing });

export const load: PageServerLoad = async (event) => {
	const { group, can } = await requireGroup(event, 'catalog.read');
	return { readiness: group.readiness, mayPost: can('books.post') };
};

export const actions: Actions = {
	simpan: async (event) => onwardFrom(event, 'cash', await answer(event, 'books.post', OpeningForm, openedBy('cash'))),
	lewati: async (event) =>
		onwardFrom(event, 'cash', await answer(event, 'books.post', v.object({}), (work) => skipStep(work, 'cash')))
};
