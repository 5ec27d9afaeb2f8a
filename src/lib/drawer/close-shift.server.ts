/** The drawer is counted: the shift ends, and what is there more or less than expected is posted. */
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import { negated, type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { postEntry } from '#lib/ledger/post.server.ts';
import { type NoteCount, notesText } from './notes.ts';
import type { OpenShift } from './shifts.server.ts';

export interface Closing {
	readonly counted: Rupiah;
	readonly notes: readonly NoteCount[] | null;
	/** What the till had reckoned. */
	readonly told: Rupiah;
	/** What lies in the drawer by all that is known here. */
	readonly expected: Rupiah;
	readonly note: string;
}

/** Closes `shift`, which `shiftToClose` gave. Gives the difference: negative when cash is missing. */
export async function closeShift(work: Work, told: Told, shift: OpenShift, closing: Closing): Promise<Rupiah> {
	const { groupId, seq } = work;
	const { notes, ...rest } = closing;
	await work.insert('shiftClosing', [{ groupId, seq, ...told, ...rest, notes: notesText(notes) }]);
	const difference = rupiah(closing.counted - closing.expected);
	if (difference === 0) return difference;
	await postEntry(work, {
		source: { type: 'shift-closed', id: told.id },
		day: told.day,
		memo: `#${shift.number}`,
		legs: [
			{ account: account.cashDrawer, amount: difference },
			{ account: account.drawerDifference, amount: negated(difference) }
		]
	});
	return difference;
}
