/** Correcting what is written of a member. */
import * as v from 'valibot';
import { editMember } from '#lib/groups/edit-member.server.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { ticked } from '#lib/web/fields.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { memberEntries } from '../../member-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db } = await requireGroup(event, 'members.edit');
	return { member: await foundOr404(memberOf(reader, groupId, idOr404(event.params.member), db.clock())) };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(
				event,
				'members.edit',
				v.object({ ...memberEntries, removeNik: ticked }),
				(work, { name, phone, nik, removeNik }) =>
					editMember(work, theApp().seals, idOr404(event.params.member), {
						name,
						phone,
						...(removeNik ? { nik: null } : nik === null ? {} : { nik })
					})
			),
			() => `/kelola/${event.params.kube}/anggota/${event.params.member}`
		)
};
