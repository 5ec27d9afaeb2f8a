/** The drawer is opened with so much cash in it: a shift begins, with the group's next number. */
import { nextNumber } from '#lib/db/counter.server.ts';
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { type NoteCount, notesText } from './notes.ts';

export interface Opening {
	readonly float: Rupiah;
	readonly notes: readonly NoteCount[] | null;
}

/** The id of what is told becomes the shift's. Gives its number, without gaps in the group. */
export async function openShift(work: Work, told: Told, { float, notes }: Opening): Promise<number> {
	const { groupId, seq } = work;
	const number = await nextNumber(work, 'shift');
	await work.insert('shift', [{ groupId, seq, ...told, number, float, notes: notesText(notes) }]);
	return number;
}
