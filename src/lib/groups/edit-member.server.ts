/** Correcting what is written of a member, and reading the NIK that is sealed. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Seals } from '#lib/db/seal.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { presentMember } from './account.server.ts';
import { claimFamily, nikPlace, releaseFamily, type SealedNik, sealedNik } from './family.server.ts';
import { isNikProblem, type Nik, type NikReason, parseNik } from './nik.ts';
import { groupOf } from './queries.server.ts';
import { assert } from '#lib/kernel/assert.ts';
import { holdsFamilies } from './status.ts';

export interface MemberChange {
	readonly name?: string;
	readonly phone?: string | null;
	/** Null takes it out again. */
	readonly nik?: Nik | null;
}

/** Changes a present member. Throws NotFound, MemberLeft, FamilyTaken, MemberTwice. */
export async function editMember(work: Work, seals: Seals, memberId: Id, change: MemberChange): Promise<void> {
	const { groupId } = work;
	const member = await presentMember(work, memberId);
	const { nik, ...plain } = change;
	const name = change.name ?? member.name;
	const sealed = nik === undefined ? {} : nikColumns(seals, groupId, memberId, nik);
	if (Object.keys({ ...plain, ...sealed }).length === 0) return;
	await work.trx
		.updateTable('member')
		.set({ ...plain, ...sealed })
		.where('groupId', '=', groupId)
		.where('id', '=', memberId)
		.execute();
	if (nik !== undefined) await changeClaim(work, memberId, name, nik === null ? null : seals.mark('nik', nik));
	const facts = { fields: Object.keys(change).sort().join(' ') };
	await recordAudit(work, { action: 'member.edited', subjectType: 'member', subjectId: memberId, facts });
}

function nikColumns(
	seals: Seals,
	groupId: Id,
	memberId: Id,
	nik: Nik | null
): SealedNik | Record<keyof SealedNik, null> {
	return nik === null ? { nikCipher: null, nikMark: null, nikLast: null } : sealedNik(seals, groupId, memberId, nik);
}

async function changeClaim(work: Work, memberId: Id, name: string, nikMark: string | null): Promise<void> {
	await releaseFamily(work, memberId);
	const { status } = await groupOf(work.reader, work.groupId);
	if (holdsFamilies(status)) await claimFamily(work, { id: memberId, name, nikMark });
}

/** A member's NIK in full; that it was read, and why, is recorded. Throws NotFound when there is no such member or no NIK. */
export async function readNik(work: Work, seals: Seals, memberId: Id, reason: NikReason = 'check'): Promise<Nik> {
	const { groupId } = work;
	const row = await work.trx
		.selectFrom('member')
		.select('nikCipher')
		.where('groupId', '=', groupId)
		.where('id', '=', memberId)
		.executeTakeFirst();
	if (row === undefined || row.nikCipher === null) throw new NotFound('nik');
	await recordAudit(work, { action: 'nik.read', subjectType: 'member', subjectId: memberId, facts: { reason } });
	const nik = parseNik(seals.open(row.nikCipher, nikPlace(groupId, memberId)));
	assert(!isNikProblem(nik), 'a sealed NIK is no NIK');
	return nik;
}
