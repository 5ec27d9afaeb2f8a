/** Where the group stands in its life, and the decision that takes it further. */
import * as v from 'valibot';
import { changeStatus } from '#lib/groups/change-status.server.ts';
import { groupStatuses, nextStatuses } from '#lib/groups/status.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { oneOf } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { minutesEntries } from '../../minutes-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { group, today, can } = await requireGroup(event, 'group.read');
	return { today, status: group.status, next: nextStatuses(group.status), mayChange: can('status.change') };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(
				event,
				'status.change',
				v.object({ ...minutesEntries, to: oneOf(groupStatuses) }),
				(work, { to, ...minutes }) => changeStatus(work, to, minutes)
			),
			() => event.url.pathname
		)
};
