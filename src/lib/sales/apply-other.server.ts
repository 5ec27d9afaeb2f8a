/** Events that are no sales, each by the room that knows its kind. */
import type { Work } from '#lib/db/work.server.ts';
import { applyVoid } from './apply-void.server.ts';
import type { Doubt } from './doubts.ts';
import type { Happened } from './happened.ts';
import { UnknownVersion } from './refusals.ts';
import type { Till } from './till.server.ts';
import type { EventOf } from './wire.ts';
import type { EventKind } from './wire-bodies.ts';

/** An event as received: when it happened, and what was odd about how it arrived. */
export interface Arrived<Kind extends EventKind> {
	readonly event: EventOf<Kind>;
	readonly happened: Happened;
	readonly doubts: readonly Doubt[];
}

/** Applies one event. Throws what its kind is refused with: then it is held. */
export async function applyOther(work: Work, till: Till, arrived: Arrived<Exclude<EventKind, 'sale'>>): Promise<void> {
	const { event, happened, doubts } = arrived;
	switch (event.kind) {
		case 'void':
			return applyVoid(work, till, { event, happened, doubts });
		default:
			throw new UnknownVersion();
	}
}
