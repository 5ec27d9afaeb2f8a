/** Accounts of members: who has one can be let in with a code, and be given an office or the till. */
import type { Work } from '#lib/db/work.server.ts';
import { grantRole, grantsOf, holdersOf, endRole } from '#lib/identity/roles.server.ts';
import { registerPerson } from '#lib/identity/people.server.ts';
import { parsePhone } from '#lib/identity/phone.ts';
import type { Id } from '#lib/kernel/id.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { type Member, MemberLeft } from './member.ts';
import { memberOf } from './people.server.ts';
import { groupOf } from './queries.server.ts';
import { checkMayTrade } from './standing.ts';

/** The account belongs to another member of this group already. */
export class AccountTaken extends Refusal {
	readonly code = 'groups.account-taken';

	constructor() {
		super('Another member of this group has this account.');
	}
}

/** A member who is still there. Throws NotFound, MemberLeft. */
export async function presentMember(work: Work, memberId: Id): Promise<Member> {
	const member = await memberOf(work.reader, work.groupId, memberId, work.now);
	if (member.leftOn !== null) throw new MemberLeft(member.name);
	return member;
}

/** The member's account, made from their name and phone number if they have none. Throws PhoneTaken when the number is someone's. */
export async function giveAccount(work: Work, memberId: Id): Promise<Id> {
	const { personId, name, phone } = await presentMember(work, memberId);
	if (personId !== null) return personId;
	const made = await registerPerson(work, { name, phone: phone === null ? null : parsePhone(phone) });
	await keepAccount(work, memberId, made);
	return made;
}

/**
 * Ties an account that is there already to a member; for those above the group only, since whoever may let a member in
 * again could otherwise take over a stranger's account. Throws ConflictOfInterest, AccountTaken.
 */
export async function linkAccount(work: Work, memberId: Id, personId: Id): Promise<void> {
	await presentMember(work, memberId);
	checkMayTrade(await grantsOf(work.reader, personId, work.now));
	const other = await work.trx
		.selectFrom('member')
		.select('id')
		.where('groupId', '=', work.groupId)
		.where('personId', '=', personId)
		.where('leftOn', 'is', null)
		.executeTakeFirst();
	if (other !== undefined) throw new AccountTaken();
	await keepAccount(work, memberId, personId);
}

async function keepAccount(work: Work, memberId: Id, personId: Id): Promise<void> {
	const { groupId } = work;
	await work.trx
		.updateTable('member')
		.set({ personId })
		.where('groupId', '=', groupId)
		.where('id', '=', memberId)
		.execute();
	const { villageCode: regionCode } = await groupOf(work.reader, groupId);
	await grantRole(work, { personId, scope: 'group', scopeId: groupId, regionCode, role: 'member' });
}

/** Lets a member sell at the counter. Throws ConflictOfInterest, RoleHeld, PhoneTaken. */
export async function makeCashier(work: Work, memberId: Id): Promise<void> {
	const personId = await giveAccount(work, memberId);
	checkMayTrade(await grantsOf(work.reader, personId, work.now));
	const { groupId } = work;
	const { villageCode: regionCode } = await groupOf(work.reader, groupId);
	await grantRole(work, { personId, scope: 'group', scopeId: groupId, regionCode, role: 'cashier' });
}

/** Takes the counter from a member. Does nothing when they do not have it. */
export async function endCashier(work: Work, memberId: Id): Promise<void> {
	const { personId } = await presentMember(work, memberId);
	const holders = await holdersOf(work.reader, 'group', work.groupId, work.now);
	const grant = holders.find((holder) => holder.personId === personId && holder.role === 'cashier');
	if (grant !== undefined) await endRole(work, { grantId: grant.grantId });
}
