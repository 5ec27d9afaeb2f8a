/** A group's status, changed only by a recorded decision (domain B15). */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Minutes, recordDecision } from './decide.server.ts';
import { claimFamilies, releaseFamilies } from './family.server.ts';
import { groupOf } from './queries.server.ts';
import { checkStatusStep, type GroupStatus, holdsFamilies } from './status.ts';

/** Takes the group to another status. Throws StatusStep, FamilyTaken (a member has joined elsewhere meanwhile), DecidedLater. */
export async function changeStatus(work: Work, to: GroupStatus, minutes: Minutes): Promise<Id> {
	const { groupId } = work;
	const { status: from } = await groupOf(work.reader, groupId);
	checkStatusStep(from, to);
	const decisionId = await recordDecision(work, 'status', minutes, { from, to });
	await work.trx.updateTable('kube').set({ status: to }).where('groupId', '=', groupId).execute();
	if (holdsFamilies(from) && !holdsFamilies(to)) await releaseFamilies(work);
	if (!holdsFamilies(from) && holdsFamilies(to)) await claimFamilies(work);
	await recordAudit(work, {
		action: 'group.status',
		subjectType: 'group',
		subjectId: groupId,
		facts: { from, to, decisionId }
	});
	return decisionId;
}
