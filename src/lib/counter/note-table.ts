/** The table on which notes and coins are tapped: how many of each. */
import { denominations, type NoteCount } from '#lib/drawer/notes.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';

const countMax = 9999;

/** How many of each, by what each is worth; what is not named is none. */
export type NoteCounts = ReadonlyMap<number, number>;

export const noNotes: NoteCounts = new Map();

/** One more or one less of a note, and never less than none. */
export function stepped(counts: NoteCounts, value: number, by: number): NoteCounts {
	return withCount(counts, value, (counts.get(value) ?? 0) + by);
}

/** So many of a note, as typed; what is no number leaves it as it is. */
export function typedCount(counts: NoteCounts, value: number, text: string): NoteCounts {
	const digits = text.trim();
	if (digits === '') return withCount(counts, value, 0);
	return /^\d+$/.test(digits) ? withCount(counts, value, Number(digits)) : counts;
}

function withCount(counts: NoteCounts, value: number, count: number): NoteCounts {
	return new Map([...counts, [value, Math.max(0, Math.min(countMax, count))]]);
}

/** As an event tells it, the largest first and none of which there is none. */
export function notesOf(counts: NoteCounts): NoteCount[] {
	return denominations
		.map((value) => ({ value: rupiah(value), count: counts.get(value) ?? 0 }))
		.filter(({ count }) => count > 0);
}
