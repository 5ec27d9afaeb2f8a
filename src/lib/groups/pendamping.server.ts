/** Who guides the group: someone who neither owns nor sells anywhere (R66). */
import type { Work } from '#lib/db/work.server.ts';
import { endRole, grantRole, grantsOf } from '#lib/identity/roles.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type Minutes, recordDecision } from './decide.server.ts';
import { pendampingOf } from './people.server.ts';
import { groupOf } from './queries.server.ts';
import { checkMayGuide } from './standing.ts';

/** Gives the group a pendamping. Throws ConflictOfInterest, RoleHeld, NotFound, DecidedLater. */
export async function assignPendamping(work: Work, personId: Id, minutes: Minutes): Promise<Id> {
	const decisionId = await recordDecision(work, 'pendamping', minutes, { assigned: personId });
	await seatPendamping(work, personId, decisionId);
	return decisionId;
}

/** The same by a decision that is recorded already. */
export async function seatPendamping(work: Work, personId: Id, decisionId: Id): Promise<void> {
	const { reader, groupId, now } = work;
	checkMayGuide(await grantsOf(reader, personId, now));
	const { villageCode: regionCode } = await groupOf(reader, groupId);
	await grantRole(work, { personId, scope: 'group', scopeId: groupId, regionCode, role: 'pendamping', decisionId });
}

/** Ends a pendamping's duty here. Throws NotFound when they have none, DecidedLater. */
export async function endPendamping(work: Work, personId: Id, minutes: Minutes): Promise<Id> {
	const holder = (await pendampingOf(work.reader, work.groupId, work.now)).find((held) => held.personId === personId);
	if (holder === undefined) throw new NotFound('pendamping');
	const decisionId = await recordDecision(work, 'pendamping', minutes, { ended: personId });
	await endRole(work, { grantId: holder.grantId, decisionId });
	return decisionId;
}
