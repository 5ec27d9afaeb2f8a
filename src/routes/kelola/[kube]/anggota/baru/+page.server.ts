/** Taking in a member. */
import * as v from 'valibot';
import { addMember } from '#lib/groups/add-member.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { dayField } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { memberEntries } from '../member-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { today } = await requireGroup(event, 'members.edit');
	return { today };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'members.edit', v.object({ ...memberEntries, joinedOn: dayField }), (work, member) =>
				addMember(work, theApp().seals, member)
			),
			(memberId) => `/kelola/${event.params.kube}/anggota/${memberId}`
		)
};
