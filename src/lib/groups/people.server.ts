/** Members and their offices, as read from the group's rows and the roles that its people have. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Holder, holdersOf } from '#lib/identity/roles.server.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import type { Member } from './member.ts';
import { maskedNik } from './nik.ts';
import { type Office, type Officers, offices } from './register.ts';

/** A group's members with their offices at `at`: the present ones by name, then those who left. */
export async function membersOf(reader: Reader, groupId: Id, at: Instant): Promise<Member[]> {
	const rows = await memberRows(reader, groupId).orderBy('name').orderBy('id').execute();
	const holders = await holdersOf(reader, 'group', groupId, at);
	const members = rows.map((row) => memberFrom(row, holders));
	return [...members.filter((member) => member.leftOn === null), ...members.filter((member) => member.leftOn !== null)];
}

/** One member, present or past. Throws NotFound. */
export async function memberOf(reader: Reader, groupId: Id, memberId: Id, at: Instant): Promise<Member> {
	const row = await memberRows(reader, groupId).where('id', '=', memberId).executeTakeFirst();
	if (row === undefined) throw new NotFound('member');
	return memberFrom(row, await holdersOf(reader, 'group', groupId, at));
}

/** Who fills which office at `at`, by member id. */
export async function officersOf(reader: Reader, groupId: Id, at: Instant): Promise<Officers> {
	const members = await membersOf(reader, groupId, at);
	return Object.fromEntries(
		members.flatMap(({ office, id: memberId }) => (office === null ? [] : [[office, memberId]]))
	);
}

/** The group's pendamping at `at`, longest first. */
export async function pendampingOf(reader: Reader, groupId: Id, at: Instant): Promise<Holder[]> {
	return (await holdersOf(reader, 'group', groupId, at)).filter((holder) => holder.role === 'pendamping');
}

function memberRows(reader: Reader, groupId: Id) {
	return reader
		.selectFrom('member')
		.select(['id', 'personId', 'name', 'phone', 'nikLast', 'joinedOn', 'leftOn'])
		.where('groupId', '=', groupId);
}

interface MemberRow {
	readonly id: string;
	readonly personId: string | null;
	readonly name: string;
	readonly phone: string | null;
	readonly nikLast: string | null;
	readonly joinedOn: string;
	readonly leftOn: string | null;
}

function memberFrom(row: MemberRow, holders: readonly Holder[]): Member {
	const roles = row.leftOn === null ? holders.filter((holder) => holder.personId === row.personId) : [];
	return {
		id: id(row.id),
		personId: row.personId === null ? null : id(row.personId),
		name: row.name,
		phone: row.phone,
		maskedNik: row.nikLast === null ? null : maskedNik(row.nikLast),
		joinedOn: day(row.joinedOn),
		leftOn: row.leftOn === null ? null : day(row.leftOn),
		office: officeOf(roles),
		isCashier: roles.some((holder) => holder.role === 'cashier')
	};
}

function officeOf(roles: readonly Holder[]): Office | null {
	return offices.find((office) => roles.some((holder) => holder.role === office)) ?? null;
}
