/** Giving a group a pendamping, or ending a pendamping's duty, by a recorded decision. */
import * as v from 'valibot';
import { assignPendamping, endPendamping } from '#lib/groups/pendamping.server.ts';
import { pendampingOf } from '#lib/groups/people.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { idField } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { decisionFields } from '../../../decision-fields.ts';
import { knownPhone } from '../../../known-phone.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Assigning = v.objectAsync({ phone: knownPhone, ...decisionFields });
const Ending = v.object({ person: idField, ...decisionFields });

export const load: PageServerLoad = async (event) => {
	const { db, reader, group, groupId, today } = await requireGroup(event, 'pendamping.assign');
	const asked = event.url.searchParams.get('akhiri');
	const holders = await pendampingOf(reader, groupId, db.clock());
	const ending = holders.find((holder) => holder.personId === asked) ?? null;
	return {
		group: { groupId, name: group.name },
		today,
		ending: ending === null ? null : { personId: ending.personId, name: ending.name }
	};
};

export const actions: Actions = {
	assign: async (event) => {
		const done = await answer(
			event,
			'pendamping.assign',
			Assigning,
			(work, { phone, 'decided-on': decidedOn, minutes }) => assignPendamping(work, phone.id, { decidedOn, minutes })
		);
		return onward(done, () => `/dinsos/kube/${event.params.group}`);
	},
	end: async (event) => {
		const done = await answer(
			event,
			'pendamping.assign',
			Ending,
			(work, { person, 'decided-on': decidedOn, minutes }) => endPendamping(work, person, { decidedOn, minutes })
		);
		return onward(done, () => `/dinsos/kube/${event.params.group}`);
	}
};
