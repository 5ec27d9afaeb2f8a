/** A member leaves, by a minuted decision: offices and sign-in here end with it. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { endRole, holdersOf } from '#lib/identity/roles.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { presentMember } from './account.server.ts';
import { type Minutes, recordDecision } from './decide.server.ts';
import { releaseFamily } from './family.server.ts';

/** Ends a membership. Throws NotFound, MemberLeft, DecidedLater. */
export async function memberLeaves(work: Work, memberId: Id, minutes: Minutes): Promise<Id> {
	const { groupId } = work;
	const { personId } = await presentMember(work, memberId);
	const decisionId = await recordDecision(work, 'member-leaves', minutes, { memberId });
	await work.trx
		.updateTable('member')
		.set({ leftOn: minutes.decidedOn, leavingDecisionId: decisionId })
		.where('groupId', '=', groupId)
		.where('id', '=', memberId)
		.execute();
	await releaseFamily(work, memberId);
	await endRolesOf(work, personId, decisionId);
	await recordAudit(work, { action: 'member.left', subjectType: 'member', subjectId: memberId, facts: { decisionId } });
	return decisionId;
}

async function endRolesOf(work: Work, personId: Id | null, decisionId: Id): Promise<void> {
	const holders = await holdersOf(work.reader, 'group', work.groupId, work.now);
	for (const holder of holders)
		if (holder.personId === personId) await endRole(work, { grantId: holder.grantId, decisionId });
}
