/** Taking members in. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { ruleValueOn } from '#lib/db/rule-value.server.ts';
import type { Seals } from '#lib/db/seal.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Day, dayOf } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { claimFamily, sealedNik } from './family.server.ts';
import type { Nik } from './nik.ts';
import { groupOf } from './queries.server.ts';
import { checkMemberCount, type MemberLimits, parseMemberLimits } from './register.ts';
import { holdsFamilies } from './status.ts';

export interface NewMember {
	readonly name: string;
	readonly phone?: string | null;
	/** Sealed; nobody has to give it. */
	readonly nik?: Nik | null;
	/** Today unless given. */
	readonly joinedOn?: Day | undefined;
}

/** Takes one member in. Throws GroupFull, FamilyTaken, MemberTwice. */
export async function addMember(work: Work, seals: Seals, member: NewMember): Promise<Id> {
	const [memberId] = await addMembers(work, seals, [member]);
	return present(memberId, 'the new member');
}

/** Takes members in, all or none, and gives their ids in the same order. Throws GroupFull, FamilyTaken, MemberTwice. */
export async function addMembers(work: Work, seals: Seals, members: readonly NewMember[]): Promise<Id[]> {
	const { groupId } = work;
	const group = await groupOf(work.reader, groupId);
	const today = dayOf(work.now, group.zone);
	checkMemberCount((await memberCount(work)) + members.length, await memberLimits(work, today));
	const rows = members.map((member) => rowOf(work, seals, member, today));
	await work.insert('member', rows);
	if (holdsFamilies(group.status)) for (const row of rows) await claimFamily(work, row);
	for (const { id: subjectId } of rows)
		await recordAudit(work, { action: 'member.added', subjectType: 'member', subjectId, facts: {} });
	return rows.map((row) => row.id);
}

function rowOf(work: Work, seals: Seals, { name, phone = null, nik = null, joinedOn }: NewMember, today: Day) {
	const memberId = work.newId();
	const sealed =
		nik === null ? { nikCipher: null, nikMark: null, nikLast: null } : sealedNik(seals, work.groupId, memberId, nik);
	return {
		groupId: work.groupId,
		id: memberId,
		personId: null,
		name,
		phone,
		...sealed,
		joinedOn: joinedOn ?? today,
		leftOn: null,
		leavingDecisionId: null
	};
}

/** How many members a group may have on `today`. */
export async function memberLimits(work: Pick<Work, 'reader'>, today: Day): Promise<MemberLimits> {
	return parseMemberLimits(await ruleValueOn(work.reader, 'kube.members', today));
}

async function memberCount({ reader, groupId }: Work): Promise<number> {
	const rows = await reader
		.selectFrom('member')
		.select('id')
		.where('groupId', '=', groupId)
		.where('leftOn', 'is', null)
		.execute();
	return rows.length;
}
