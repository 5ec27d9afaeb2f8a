/** Chair, secretary and treasurer, and the decision that changes them. */
import * as v from 'valibot';
import { changeOfficers } from '#lib/groups/officers.server.ts';
import { membersOf, officersOf } from '#lib/groups/people.server.ts';
import { type Office, offices } from '#lib/groups/register.ts';
import { type Id, isId } from '#lib/kernel/id.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { optionalText } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { minutesEntries } from '../../minutes-form.ts';
import type { Actions, PageServerLoad } from './$types';

const idMax = 40;
const OfficersForm = v.object({
	...minutesEntries,
	chair: optionalText(idMax),
	secretary: optionalText(idMax),
	treasurer: optionalText(idMax)
});

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db, today, can } = await requireGroup(event, 'members.read');
	const now = db.clock();
	const [members, officers] = await Promise.all([membersOf(reader, groupId, now), officersOf(reader, groupId, now)]);
	return {
		today,
		officers,
		members: members.filter((member) => member.leftOn === null).map(({ id, name }) => ({ id, name })),
		mayChange: can('officers.change')
	};
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'officers.change', OfficersForm, (work, { decidedOn, minutes, ...chosen }) => {
				const named = offices.flatMap((office): [Office, Id][] => {
					const memberId = chosen[office];
					return isId(memberId) ? [[office, memberId]] : [];
				});
				return changeOfficers(work, Object.fromEntries(named), { decidedOn, minutes });
			}),
			() => `/kelola/${event.params.kube}/anggota/pengurus`
		)
};
