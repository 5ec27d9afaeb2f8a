/** Owners of consigned goods: members of the same group who are still there. */
import type { Work } from '#lib/db/work.server.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { MemberLeft } from '#lib/groups/member.ts';
import type { Id } from '#lib/kernel/id.ts';

/** Throws NotFound for someone who is no member of the group, MemberLeft for one who has left. */
export async function checkOwners(work: Work, memberIds: readonly Id[]): Promise<void> {
	for (const memberId of new Set(memberIds)) {
		const member = await memberOf(work.reader, work.groupId, memberId, work.now);
		if (member.leftOn !== null) throw new MemberLeft(member.name);
	}
}
