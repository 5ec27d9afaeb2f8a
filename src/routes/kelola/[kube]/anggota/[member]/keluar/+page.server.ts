/** A member leaves, by a decision of the meeting. */
import * as v from 'valibot';
import { memberLeaves } from '#lib/groups/leave.server.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { minutesEntries } from '../../../minutes-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db, today } = await requireGroup(event, 'members.edit');
	return { today, member: await foundOr404(memberOf(reader, groupId, idOr404(event.params.member), db.clock())) };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'members.edit', v.object(minutesEntries), (work, minutes) =>
				memberLeaves(work, idOr404(event.params.member), minutes)
			),
			() => `/kelola/${event.params.kube}/anggota`
		)
};
