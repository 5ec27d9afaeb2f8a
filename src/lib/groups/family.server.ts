/** One active Kube a family: the mark of a NIK is claimed by one member over all groups, and let go again (R65). */
import type { Seals } from '#lib/db/seal.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { FamilyTaken, MemberTwice } from './member.ts';
import { lastOfNik, type Nik } from './nik.ts';

export interface SealedNik {
	readonly nikCipher: string;
	readonly nikMark: string;
	readonly nikLast: string;
}

/** A NIK as its columns hold it: sealed, marked, and its last four digits. */
export function sealedNik(seals: Seals, groupId: Id, memberId: Id, nik: Nik): SealedNik {
	return {
		nikCipher: seals.seal(nik, nikPlace(groupId, memberId)),
		nikMark: seals.mark('nik', nik),
		nikLast: lastOfNik(nik)
	};
}

export function nikPlace(
	groupId: Id,
	memberId: Id
): { table: string; tenantId: string; rowId: string; column: string } {
	return { table: 'member', tenantId: groupId, rowId: memberId, column: 'nik_cipher' };
}

export interface Claimant {
	readonly id: string;
	readonly name: string;
	readonly nikMark: string | null;
}

/** Claims the family of `member` for the work's group. Throws MemberTwice, FamilyTaken. */
export async function claimFamily(work: Work, { id: memberId, name, nikMark }: Claimant): Promise<void> {
	if (nikMark === null) return;
	const { trx, groupId } = work;
	const claimed = await trx
		.insertInto('familyClaim')
		.values({ nikMark, groupId, memberId })
		.onConflict((conflict) => conflict.column('nikMark').doNothing())
		.returning('memberId')
		.executeTakeFirst();
	if (claimed !== undefined) return;
	const holder = await trx
		.selectFrom('familyClaim')
		.select('groupId')
		.where('nikMark', '=', nikMark)
		.executeTakeFirst();
	throw holder?.groupId === groupId ? new MemberTwice(name) : new FamilyTaken(name);
}

/** Lets a member's family go. */
export async function releaseFamily(work: Work, memberId: Id): Promise<void> {
	await work.trx
		.deleteFrom('familyClaim')
		.where('groupId', '=', work.groupId)
		.where('memberId', '=', memberId)
		.execute();
}

/** Lets all families of the group go: it is no longer forming or active. */
export async function releaseFamilies(work: Work): Promise<void> {
	await work.trx.deleteFrom('familyClaim').where('groupId', '=', work.groupId).execute();
}

/** Claims the families of all present members again: the group is active again. Throws FamilyTaken. */
export async function claimFamilies(work: Work): Promise<void> {
	const members = await work.trx
		.selectFrom('member')
		.select(['id', 'name', 'nikMark'])
		.where('groupId', '=', work.groupId)
		.where('leftOn', 'is', null)
		.execute();
	for (const member of members) await claimFamily(work, { ...member, id: id(member.id) });
}
