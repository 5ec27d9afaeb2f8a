/** What the register asks of a group: how many members, and who leads it (R65; Permensos 2/2019 article 3). */
import * as v from 'valibot';
import type { Id } from '#lib/kernel/id.ts';
import { Refusal } from '#lib/kernel/refusal.ts';

/** How many members a group has: a dated value, `kube.members`. */
export interface MemberLimits {
	readonly fewest: number;
	readonly most: number;
	/** More than this is allowed and worth a remark: regional guidance says ten families. */
	readonly usual: number;
}

const limitsForm = v.object({ fewest: v.number(), most: v.number(), usual: v.number() });

export function parseMemberLimits(value: unknown): MemberLimits {
	return v.parse(limitsForm, value);
}

export const offices = ['chair', 'secretary', 'treasurer'] as const;
export type Office = (typeof offices)[number];

/** Member ids; an office that is not filled is not there. */
export type Officers = Readonly<Partial<Record<Office, Id>>>;

/** Something the register asks about; none of them stops a group from working. */
export type RegisterNote = 'too-few' | 'more-than-usual' | `no-${Office}`;

export function registerNotes(members: number, officers: Officers, limits: MemberLimits): RegisterNote[] {
	const notes: RegisterNote[] = [];
	if (members < limits.fewest) notes.push('too-few');
	if (members > limits.usual) notes.push('more-than-usual');
	return [
		...notes,
		...offices.filter((office) => officers[office] === undefined).map((office) => `no-${office}` as const)
	];
}

/** A group is full. */
export class GroupFull extends Refusal {
	readonly code = 'groups.full';
	readonly most: number;

	constructor(most: number) {
		super(`A group has at most ${most} members.`);
		this.most = most;
	}
}

/** Two offices for one person. */
export class OneOfficeEach extends Refusal {
	readonly code = 'groups.one-office-each';

	constructor() {
		super('Chair, secretary and treasurer are three different persons.');
	}
}

/** Passes a number of members that a group may have. Throws GroupFull otherwise. */
export function checkMemberCount(members: number, limits: MemberLimits): void {
	if (members > limits.most) throw new GroupFull(limits.most);
}

/** Passes officers who are different persons. Throws OneOfficeEach otherwise. */
export function checkOfficers(officers: Officers): void {
	const persons = offices.flatMap((office) => officers[office] ?? []);
	if (new Set(persons).size < persons.length) throw new OneOfficeEach();
}
