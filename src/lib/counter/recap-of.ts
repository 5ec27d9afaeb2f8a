/** What a day, or a shift, came to by the events that this till keeps of it. */
import type { Day } from '#lib/kernel/day.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import type { TillEvent } from '#lib/sales/wire.ts';
import type { Recap } from './recap.ts';
import { shiftSums } from './shift.ts';

export interface RecapOf {
	readonly shop: string;
	readonly day: Day;
	/** Counted less expected; null when no drawer was counted. */
	readonly difference: Rupiah | null;
	readonly unsent: number;
}

export function recapOf(events: readonly TillEvent[], about: RecapOf): Recap {
	const { sales, byTender } = shiftSums(events);
	return { ...about, sales, sold: soldIn(events), byTender };
}

/** Sales before cash was rounded, less what came back, and the fees of bank services. */
function soldIn(events: readonly TillEvent[]): Rupiah {
	const undone = new Set(events.flatMap((event) => (event.kind === 'void' ? [event.body.saleId] : [])));
	return total(events.map((event) => (undone.has(subjectOf(event)) ? rupiah(0) : worthOf(event))));
}

function worthOf(event: TillEvent): Rupiah {
	if (event.kind === 'sale') return rupiah(event.body.total - event.body.rounding);
	if (event.kind === 'return') return rupiah(0 - total(event.body.lines.map(({ amount }) => amount)));
	return event.kind === 'agent-service' ? event.body.fee : rupiah(0);
}

/** The sale that an event is, or is about. */
function subjectOf(event: TillEvent): TillEvent['id'] {
	return event.kind === 'return' ? event.body.saleId : event.id;
}
