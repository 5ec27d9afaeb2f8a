/** The shift that something counts for: the one it names, else the one that was open; nothing is asked where there are none. */
import { closedShifts, openShifts } from '#lib/drawer/shifts.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Doubt } from './doubts.ts';
import type { Till } from './till.server.ts';

/** What names a shift, or does not. */
export interface Named {
	readonly shiftId: Id | null;
	readonly at: Instant;
}

export interface InShift {
	readonly shiftId: Id | null;
	/** That its drawer was counted before this came. */
	readonly doubts: readonly Doubt[];
}

const nowhere: InShift = { shiftId: null, doubts: [] };

/** In their order. What comes after its shift was closed stays in it, and is looked at: the difference is another now. */
export async function inShifts(work: Work, till: Till, named: readonly Named[]): Promise<InShift[]> {
	const unnamed = till.settings.shifts ? named.filter(({ shiftId }) => shiftId === null) : [];
	const openAt = unnamed.length === 0 ? () => null : await openShifts(work, unnamed.map(({ at }) => at)); // prettier-ignore
	const shiftIds = named.map(({ shiftId, at }) => shiftId ?? openAt(at));
	const wanted = shiftIds.filter((shiftId) => shiftId !== null);
	if (wanted.length === 0) return named.map(() => nowhere);
	const closed = await closedShifts(work, wanted);
	return shiftIds.map((shiftId) => ({
		shiftId,
		doubts: shiftId !== null && closed.has(shiftId) ? [{ kind: 'after-closing', facts: { shiftId } }] : []
	}));
}
