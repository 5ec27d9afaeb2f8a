/** Taking a table of members over: all of it or nothing. */
import type { Seals } from '#lib/db/seal.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Table } from '#lib/files/table.ts';
import { dayOf } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { addMembers } from './add-member.server.ts';
import { previewMembers } from './import-members.ts';
import { membersOf } from './people.server.ts';
import { groupOf } from './queries.server.ts';

/** Something is wrong in the table; the preview says what and where. */
export class MemberTableWrong extends Refusal {
	readonly code = 'groups.table-wrong';
	/** How many cells. */
	readonly cells: number;

	constructor(cells: number) {
		super(`${cells} cells of the table are wrong.`);
		this.cells = cells;
	}
}

/** Takes in everyone in the table. Throws HeadingsMissing, MemberTableWrong, GroupFull, FamilyTaken, MemberTwice. */
export async function importMembers(work: Work, seals: Seals, table: Table): Promise<Id[]> {
	const { zone } = await groupOf(work.reader, work.groupId);
	const present = (await membersOf(work.reader, work.groupId, work.now)).filter((member) => member.leftOn === null);
	const known = present.map((member) => member.name);
	const { members, problems } = previewMembers(table, known, dayOf(work.now, zone));
	if (problems.length > 0) throw new MemberTableWrong(problems.length);
	return addMembers(
		work,
		seals,
		members.map(({ name, phone, nik, joinedOn }) => ({ name, phone, nik, joinedOn: joinedOn ?? undefined }))
	);
}
