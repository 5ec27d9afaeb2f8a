/** Changing a group's status by a recorded decision. */
import * as v from 'valibot';
import { changeStatus } from '#lib/groups/change-status.server.ts';
import { groupStatuses, nextStatuses } from '#lib/groups/status.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { oneOf } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { decisionFields } from '../../../decision-fields.ts';
import type { Actions, PageServerLoad } from './$types';

const Form = v.object({ to: oneOf(groupStatuses), ...decisionFields });

export const load: PageServerLoad = async (event) => {
	const { group, today } = await requireGroup(event, 'status.change');
	const { groupId, name, status } = group;
	return { group: { groupId, name, status }, next: nextStatuses(status), today };
};

export const actions: Actions = {
	default: async (event) => {
		const done = await answer(event, 'status.change', Form, (work, { to, 'decided-on': decidedOn, minutes }) =>
			changeStatus(work, to, { decidedOn, minutes })
		);
		return onward(done, () => `/dinsos/kube/${event.params.group}`);
	}
};
