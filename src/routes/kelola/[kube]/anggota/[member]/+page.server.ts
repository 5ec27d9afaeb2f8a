/** One member. */
import { memberOf } from '#lib/groups/people.server.ts';
import { personById } from '#lib/identity/people.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db, person, can } = await requireGroup(event, 'members.read');
	const member = await foundOr404(memberOf(reader, groupId, idOr404(event.params.member), db.clock()));
	const account = member.personId === null ? null : await personById(reader, member.personId).catch(() => null);
	const isHere = member.leftOn === null;
	return {
		member,
		account: account === null ? 'none' : account.hasPassword ? 'used' : 'waiting',
		may: {
			edit: can('members.edit') && isHere,
			readNik: can('nik.read') && member.maskedNik !== null,
			invite: can('entry.vouch') && isHere && member.personId !== person.personId
		}
	} as const;
};
