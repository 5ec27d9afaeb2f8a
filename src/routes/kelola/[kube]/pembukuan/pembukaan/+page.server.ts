/** Opening a closed month again, with a reason that is kept. */
import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { closedThroughOf, reopenMonth } from '#lib/ledger/periods.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { monthField, needed } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import type { Actions, PageServerLoad } from './$types';

const reasonMax = 200;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, group } = await requireGroup(event, 'books.close');
	const closed = await closedThroughOf(reader, groupId);
	if (closed === null) redirect(303, `/kelola/${group.slug}/pembukuan/penutupan`);
	return { closed };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'books.close', v.object({ month: monthField, reason: needed(reasonMax) }), (work, input) =>
				reopenMonth(work, input)
			),
			() => `/kelola/${event.params.kube}/pembukuan/penutupan`
		)
};
