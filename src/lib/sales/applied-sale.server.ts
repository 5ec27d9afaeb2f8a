/** A sale on its way into the books: as it arrived, as it is planned, and with what it cost. */
import type { Day } from '#lib/kernel/day.ts';
import type { InShift } from './in-shift.server.ts';
import type { CostedLine, PlannedLine, SaleBooks } from './sale-plan.ts';
import type { Arrived } from './told.ts';

export type ArrivedSale = Arrived<'sale'>;

export interface PlannedSale extends ArrivedSale {
	readonly day: Day;
	readonly shift: InShift;
	readonly lines: readonly PlannedLine[];
}

export interface AppliedSale extends PlannedSale {
	readonly lines: readonly CostedLine[];
	readonly books: SaleBooks;
}
