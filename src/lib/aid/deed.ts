/**
 * *Ambil dulu, gesek nanti*: goods handed over against a signed paper while the card machine is down (R23). The paper has a
 * number; name and signature stand on the paper only.
 */
import { addDays, type Day, daysBetween } from '#lib/kernel/day.ts';

/** The paper of the sale with this receipt number: one sale has one at most. */
export function deedNumber(receiptNumber: string): string {
	return `BA-${receiptNumber}`;
}

/** By when the card has to be swiped; `days` is a dated rule. */
export function dueDay(day: Day, days: number): Day {
	return addDays(day, days);
}

/** How many days a paper is overdue on `today`; zero while it is not. */
export function daysOverdue(due: Day, today: Day): number {
	return Math.max(0, daysBetween(due, today));
}
