/** Last step: what the group owes, what it is owed, and what members have saved with it. */
import * as v from 'valibot';
import { markStep } from '#lib/groups/ready.server.ts';
import { openBooks } from '#lib/ledger/opening.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { amountOrNothing, nothing } from '../opening-form.ts';
import { skipStep } from '../skip.ts';
import { pathAfter } from '../steps.ts';
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
		onward(
			await answer(event, 'books.post', OpeningForm, async (work, amounts, { today }) => {
				await openBooks(work, { ...nothing, ...amounts, id: work.newId(), day: today });
				await markStep(work, 'debts', 'done');
			}),
			() => pathAfter(`/kelola/${event.params.kube}`, 'debts')
		),
	lewati: async (event) =>
		onward(await answer(event, 'books.post', v.object({}), (work) => skipStep(work, 'debts')), () =>
			pathAfter(`/kelola/${event.params.kube}`, 'debts')
		)
};
