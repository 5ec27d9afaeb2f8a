/** Chair, secretary and treasurer: three members, changed only by a minuted decision. */
import type { Work } from '#lib/db/work.server.ts';
import { endRole, grantRole, grantsOf, holdersOf } from '#lib/identity/roles.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { giveAccount } from './account.server.ts';
import { type Minutes, recordDecision } from './decide.server.ts';
import { membersOf } from './people.server.ts';
import { groupOf } from './queries.server.ts';
import { checkOfficers, type Office, type Officers, offices } from './register.ts';
import { checkMayTrade } from './standing.ts';

/** Member ids by office; an office not named stays as it is. */
export type NewOfficers = Officers;

/** Changes who fills which office. Throws OneOfficeEach, ConflictOfInterest, MemberLeft, NotFound, DecidedLater. */
export async function changeOfficers(work: Work, changes: NewOfficers, minutes: Minutes): Promise<Id> {
	const decisionId = await recordDecision(work, 'officers', minutes, { ...changes });
	await seatOfficers(work, changes, decisionId);
	return decisionId;
}

/** Seats officers by a decision that is recorded already. */
export async function seatOfficers(work: Work, changes: NewOfficers, decisionId: Id): Promise<void> {
	const { reader, groupId, now } = work;
	const members = await membersOf(reader, groupId, now);
	const seated = Object.fromEntries(
		members.flatMap(({ office, id }) => (office === null ? [] : [[office, id]]))
	) as Officers;
	checkOfficers({ ...seated, ...changes });
	const changed = offices.filter((office) => changes[office] !== undefined && changes[office] !== seated[office]);
	await unseat(work, changed, decisionId);
	const { villageCode: regionCode } = await groupOf(reader, groupId);
	for (const role of changed) {
		const memberId = changes[role];
		if (memberId === undefined) continue;
		const personId = await giveAccount(work, memberId);
		checkMayTrade(await grantsOf(reader, personId, now));
		await grantRole(work, { personId, scope: 'group', scopeId: groupId, regionCode, role, decisionId });
	}
}

async function unseat(work: Work, left: readonly Office[], decisionId: Id): Promise<void> {
	const holders = await holdersOf(work.reader, 'group', work.groupId, work.now);
	for (const { grantId, role } of holders)
		if (left.some((office) => office === role)) await endRole(work, { grantId, decisionId });
}
