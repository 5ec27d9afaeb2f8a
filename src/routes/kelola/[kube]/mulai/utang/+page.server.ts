/** Last step: what the group owes, what it is owed, and what members have saved with it. */
import * as v from 'valibot';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { amountOrNothing, openedBy } from '../opening.ts';
import { onwardFrom, skipStep } from '../going-on.ts';
import type { Actions, PageServerLoad } from './$types';

const OpeningForm = v.object({
	owedToSuppliers: amountOrNothing,
	owedByMembers: amountOrNothing,
	memberSavings: amountOrNothing
});

export const load: PageServerLoad = async (event) => {
	const { group, can } = await requireGroup(event, 'catalog.read');
	return { readiness: group.readiness, mayPost: can('books.post') };
};

export const actions: Actions = {
	simpan: async (event) =>
		onwardFrom(event, 'debts', await answer(event, 'books.post', OpeningForm, openedBy('debts'))),
	lewati: async (event) =>
		onwardFrom(event, 'debts', await answer(event, 'books.post', v.object({}), (work) => skipStep(work, 'debts')))
};
