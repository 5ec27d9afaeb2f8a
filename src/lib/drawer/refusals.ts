/** What keeps a closing from being applied: it is held, and shown to a person. */
import { Refusal } from '#lib/kernel/refusal.ts';

/** The shift has not been opened here; that may still be on its way. */
export class ShiftUnknown extends Refusal {
	readonly code = 'drawer.shift-unknown';
	readonly shiftId: string;

	constructor(shiftId: string) {
		super(`Shift ${shiftId} is not here.`);
		this.shiftId = shiftId;
	}
}

/** A shift is counted once. */
export class ShiftClosed extends Refusal {
	readonly code = 'drawer.shift-closed';
	readonly shiftId: string;

	constructor(shiftId: string) {
		super(`Shift ${shiftId} was closed before.`);
		this.shiftId = shiftId;
	}
}
