/** A member of a group: one head of family. */
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import type { Office } from './register.ts';

export interface Member {
	readonly id: Id;
	/** The account this member signs in with, if any. */
	readonly personId: Id | null;
	readonly name: string;
	readonly phone: string | null;
	/** `••••••••••••1234`, or null when no NIK was given. */
	readonly maskedNik: string | null;
	readonly joinedOn: Day;
	readonly leftOn: Day | null;
	readonly office: Office | null;
	readonly isCashier: boolean;
}

/** A family is in one active group at a time, and this one is in another (R65). Which one is not told. */
export class FamilyTaken extends Refusal {
	readonly code = 'groups.family-taken';
	readonly member: string;

	constructor(member: string) {
		super('A head of family with this NIK is in another group.');
		this.member = member;
	}
}

/** This NIK is that of a member of the same group already. */
export class MemberTwice extends Refusal {
	readonly code = 'groups.member-twice';
	readonly member: string;

	constructor(member: string) {
		super('A member of this group has this NIK already.');
		this.member = member;
	}
}

/** The member has left. */
export class MemberLeft extends Refusal {
	readonly code = 'groups.member-left';
	readonly member: string;

	constructor(member: string) {
		super('This member has left the group.');
		this.member = member;
	}
}

export const memberNameLengthMax = 80;
