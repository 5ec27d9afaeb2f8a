/**
 * *Ambil dulu, gesek nanti*: goods handed over against a signed paper while the card machine is down (R23). The paper has a
 * number; name and signature stand on the paper only.
 */
import { addDays, type Day, daysBetween } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';

/** The paper of the sale with this receipt number: one sale has one at most. */
export function deedNumber(receiptNumber: string): string {
	return `BA-${receiptNumber}`;
}

/** Whether this is the number of such a paper. */
export function isDeed(number: string | null): number is string {
	return number?.startsWith('BA-') === true;
}

/** By when the card has to be swiped; `days` is a dated rule. */
export function dueDay(day: Day, days: number): Day {
	return addDays(day, days);
}

/** How many days a paper is overdue on `today`; zero while it is not. */
export function daysOverdue(due: Day, today: Day): number {
	return Math.max(0, daysBetween(due, today));
}

export interface Deed {
	readonly saleId: Id;
	/** The payment's place in the sale. */
	readonly line: number;
	readonly number: string;
	/** `card` or `kks`. */
	readonly tender: string;
	readonly amount: Rupiah;
	/** What of the amount is owed no more, because goods came back. */
	readonly takenBack: Rupiah;
	readonly state: 'open' | 'settled' | 'written-off';
}

/** What became of a paper. One that was written off and then swiped after all is settled. */
export function deedState(at: {
	readonly settledAt: string | null;
	readonly writtenOffAt: string | null;
}): Deed['state'] {
	if (at.settledAt !== null) return 'settled';
	return at.writtenOffAt === null ? 'open' : 'written-off';
}

/** What of a paper the card was, or is, to pay. */
export function owedBy({ amount, takenBack }: Pick<Deed, 'amount' | 'takenBack'>): Rupiah {
	return rupiah(amount - takenBack);
}
