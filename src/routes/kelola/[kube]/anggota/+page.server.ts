/** The members of a group, and what the register asks about them. */
import { memberLimits } from '#lib/groups/add-member.server.ts';
import { membersOf, officersOf } from '#lib/groups/people.server.ts';
import { registerNotes } from '#lib/groups/register.ts';
import { registerNoteText } from '#lib/groups/names.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db, today, can } = await requireGroup(event, 'members.read');
	const now = db.clock();
	const [members, officers, limits] = await Promise.all([
		membersOf(reader, groupId, now),
		officersOf(reader, groupId, now),
		memberLimits({ reader }, today)
	]);
	const present = members.filter((member) => member.leftOn === null);
	return {
		members: present,
		past: members.filter((member) => member.leftOn !== null),
		notes: registerNotes(present.length, officers, limits).map((note) => registerNoteText(note, limits)),
		mayEdit: can('members.edit')
	};
};
