/** The yearly check of the scale (*tera ulang*): said at each weighed line once it is overdue, and never in the way (R6). */
import { unitOf } from '#lib/catalog/units.ts';
import type { Day } from '#lib/kernel/day.ts';

/** Goods of this unit are put on a scale. */
export function isWeighed(unit: string): boolean {
	return unitOf(unit)?.measures === 'mass';
}

/** The last day of the check when it lies before `today`; null while it holds, and where no check was ever told of. */
export function overdueScale(checkedUntil: Day | null, today: Day): Day | null {
	return checkedUntil !== null && checkedUntil < today ? checkedUntil : null;
}
