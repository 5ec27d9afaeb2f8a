/** Changing the group's own page. */
import { editGroup } from '#lib/groups/edit-group.server.ts';
import { businessesOf } from '#lib/groups/queries.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { ProfileForm } from './profile-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, group } = await requireGroup(event, 'group.edit');
	return { group, businesses: await businessesOf(reader, groupId) };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'group.edit', ProfileForm, (work, profile) => editGroup(work, profile)),
			() => `/kelola/${event.params.kube}/kelompok`
		)
};
