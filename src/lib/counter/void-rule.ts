/** Whether a sale may still be taken back as a whole; later its goods are brought back instead. */
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';

export type VoidProblem =
	| 'voided'
	/** Parts of it came back already. */
	| 'returned'
	/** The shift in which it was sold is closed. */
	| 'other-shift'
	| 'other-day';

export interface Voidable {
	readonly isVoided: boolean;
	readonly isReturned: boolean;
	readonly shiftId: Id | null;
	readonly day: Day;
}

/** Why not; null when it may. A group without shifts counts by days. */
export function voidProblem(sale: Voidable, openShiftId: Id | null, today: Day): VoidProblem | null {
	if (sale.isVoided) return 'voided';
	if (sale.isReturned) return 'returned';
	if (sale.shiftId !== null || openShiftId !== null) return sale.shiftId === openShiftId ? null : 'other-shift';
	return sale.day === today ? null : 'other-day';
}
