/** Writing what happens to the drawer: a shift opened and closed, cash put in or handed to the treasurer. */
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { BodyOf } from '#lib/sales/wire-bodies.ts';
import type { Writer } from './kept.ts';
import { type Act, telling } from './write.ts';

/** Notes and coins as counted; null where a group does not count them one by one. */
export type CountedNotes = BodyOf<'shift-opened'>['notes'];

/** A shift of id `id` begins with `float` in the drawer; from now on what happens belongs to it. */
export function writeShiftOpened(id: Id, float: Rupiah, notes: CountedNotes, act: Act): Writer {
	return (till) => {
		const written = telling(
			{ id, kind: 'shift-opened', body: () => ({ float, notes }) },
			act
		)({ ...till, shift: null });
		return { ...written, shiftId: id, shift: { id, openedAt: written.at, float } };
	};
}

export interface Counted {
	readonly id: Id;
	readonly counted: Rupiah;
	readonly notes: CountedNotes;
	/** What the till had reckoned. */
	readonly expected: Rupiah;
	readonly note: string;
}

/** The open shift ends; what is sold in the next moment belongs to none, or to the next one. */
export function writeShiftClosed({ id, counted, notes, expected, note }: Counted, act: Act): Writer {
	return (till) => {
		present(till.shift, 'a shift that is open');
		const body = () => ({ counted, notes, expected, note });
		return { ...telling({ id, kind: 'shift-closed', body }, act)(till), shift: null };
	};
}

export interface Moved {
	readonly id: Id;
	readonly direction: BodyOf<'cash-moved'>['direction'];
	readonly amount: Rupiah;
	readonly note: string;
}

export function writeCashMoved({ id, direction, amount, note }: Moved, act: Act): Writer {
	return telling({ id, kind: 'cash-moved', body: () => ({ direction, amount, note }) }, act);
}
