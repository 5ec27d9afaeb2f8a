/** Third step: the money there is when the books begin. */
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

const OpeningForm = v.object({ cashDrawer: amountOrNothing, cashOnHand: amountOrNothing, bank: amountOrNothing });

export const load: PageServerLoad = async (event) => {
	const { group, can } = await requireGroup(event, 'catalog.read');
	return { readiness: group.readiness, mayPost: can('books.post') };
};

export const actions: Actions = {
	simpan: async (event) =>
		onward(
			await answer(event, 'books.post', OpeningForm, async (work, amounts, { today }) => {
				await openBooks(work, { ...nothing, ...amounts, id: work.newId(), day: today });
				await markStep(work, 'cash', 'done');
			}),
			() => pathAfter(`/kelola/${event.params.kube}`, 'cash')
		),
	lewati: async (event) =>
		onward(await answer(event, 'books.post', v.object({}), (work) => skipStep(work, 'cash')), () =>
			pathAfter(`/kelola/${event.params.kube}`, 'cash')
		)
};
