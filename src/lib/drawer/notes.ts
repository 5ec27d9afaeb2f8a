/** Notes and coins as they are counted, by what each is worth. */
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';

/** What of cash there is in Indonesia, the largest first. */
export const denominations = [
	100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100
] as const; // prettier-ignore

export interface NoteCount {
	readonly value: Rupiah;
	readonly count: number;
}

/** What counted notes come to. */
export function notesTotal(notes: readonly NoteCount[]): Rupiah {
	return rupiah(notes.reduce((sum, { value, count }) => sum + value * count, 0));
}

/** As a column keeps it; null where notes are not counted. */
export function notesText(notes: readonly NoteCount[] | null): string | null {
	return notes === null ? null : JSON.stringify(notes.filter(({ count }) => count > 0));
}

/** From text that our own database wrote. */
export function readNotes(column: string | null): readonly NoteCount[] | null {
	return column === null ? null : (JSON.parse(column) as readonly NoteCount[]);
}
