/** What a group has switched on beyond selling. */
import * as v from 'valibot';
import { editSettings } from '#lib/groups/edit-group.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { ticked } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SettingsForm = v.object({ shifts: ticked, denominations: ticked, secondPerson: ticked, tax: ticked });

export const load: PageServerLoad = async (event) => {
	const { group } = await requireGroup(event, 'group.edit');
	return { settings: group.settings };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'group.edit', SettingsForm, (work, settings) => editSettings(work, settings)),
			() => event.url.pathname
		)
};
