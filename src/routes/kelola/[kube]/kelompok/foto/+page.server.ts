/** The picture that stands for the group. */
import * as v from 'valibot';
import { editGroup } from '#lib/groups/edit-group.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { takePhoto } from '../../photo.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { group } = await requireGroup(event, 'group.edit');
	return { hasPhoto: group.logoFileId !== null };
};

export const actions: Actions = {
	kirim: async (event) => {
		const access = await requireGroup(event, 'group.edit');
		const taken = await takePhoto(event, access, 'logo', (work, logoFileId) => editGroup(work, { logoFileId }));
		return onward(taken, () => `/kelola/${event.params.kube}/kelompok`);
	},
	hapus: async (event) =>
		onward(
			await answer(event, 'group.edit', v.object({}), (work) => editGroup(work, { logoFileId: null })),
			() => `/kelola/${event.params.kube}/kelompok`
		)
};
