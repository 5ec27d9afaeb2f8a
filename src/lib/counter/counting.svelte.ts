/** Counting cash: by one figure, or note by note where the group does. */
import { notesTotal } from '#lib/drawer/notes.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { parseRupiah, type RupiahProblem } from '#lib/look/money.ts';
import { noNotes, type NoteCounts, notesOf } from './note-table.ts';
import type { CountedNotes } from './write-shift.ts';

export class Counting {
	readonly byNotes: boolean;
	typed = $state('');
	counts = $state.raw<NoteCounts>(noNotes);
	/** What was counted, or why it is no amount. */
	readonly read: Rupiah | RupiahProblem = $derived.by(() =>
		this.byNotes ? notesTotal(notesOf(this.counts)) : parseRupiah(this.typed)
	);

	constructor(byNotes: boolean) {
		this.byNotes = byNotes;
	}

	/** As an event tells it. */
	get notes(): CountedNotes {
		return this.byNotes ? notesOf(this.counts) : null;
	}
}
