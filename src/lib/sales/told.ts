/** An event as it arrived, and what its fact says of where it came from. */
import type { Told } from '#lib/db/told.ts';
import { dayOf, type Zone } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Doubt } from './doubts.ts';
import type { Happened } from './happened.ts';
import type { EventOf } from './wire.ts';
import type { EventKind } from './wire-bodies.ts';

/** An event as received: when it happened, and what was odd about how it arrived. */
export interface Arrived<Kind extends EventKind> {
	readonly event: EventOf<Kind>;
	readonly happened: Happened;
	readonly doubts: readonly Doubt[];
}

interface Where {
	readonly enrolmentId: Id;
	readonly zone: Zone;
	/** The shift that it counts for. */
	readonly shiftId: Id | null;
}

export function toldBy({ event, happened }: Arrived<EventKind>, { enrolmentId, zone, shiftId }: Where): Told {
	const { cashierId, approvedBy } = event.body;
	return {
		id: event.id,
		enrolmentId,
		sequence: event.sequence,
		shiftId,
		actorId: cashierId,
		approvedBy,
		deviceAt: event.deviceAt,
		happenedAt: happened.at,
		day: dayOf(happened.at, zone)
	};
}
