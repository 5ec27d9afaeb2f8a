/** Months are closed in order: what happened in a closed one counts for the first open day. */
import { type Day, firstDayOf, lastDayOf, type Month, monthOf, nextMonth, addDays } from '#lib/kernel/day.ts';
import { Refusal } from '#lib/kernel/refusal.ts';

/** The month may have more to come; it can be closed when it is over. */
export class MonthNotOver extends Refusal {
	readonly code = 'ledger.month-not-over';
	readonly month: Month;

	constructor(month: Month) {
		super(`${month} is not over.`);
		this.month = month;
	}
}

export class MonthAlreadyClosed extends Refusal {
	readonly code = 'ledger.month-already-closed';
	readonly month: Month;

	constructor(month: Month) {
		super(`${month} is closed already.`);
		this.month = month;
	}
}

export class MonthNotClosed extends Refusal {
	readonly code = 'ledger.month-not-closed';
	readonly month: Month;

	constructor(month: Month) {
		super(`${month} is not closed.`);
		this.month = month;
	}
}

/** The day that something counts for: the day it happened, or the first open day if that month is closed. */
export function firstOpenDay(happened: Day, closedThrough: Month | null): Day {
	if (closedThrough === null || monthOf(happened) > closedThrough) return happened;
	return firstDayOf(nextMonth(closedThrough));
}

/** The last closed month once `month` is reopened: the one before it. */
export function monthBefore(month: Month): Month {
	return monthOf(addDays(firstDayOf(month), -1));
}

/** Passes the closing of `month` on the day `today`. Throws MonthNotOver, MonthAlreadyClosed. */
export function checkClosing(month: Month, closedThrough: Month | null, today: Day): void {
	if (closedThrough !== null && month <= closedThrough) throw new MonthAlreadyClosed(month);
	if (today <= lastDayOf(month)) throw new MonthNotOver(month);
}

/** Passes the reopening of `month`. Throws MonthNotClosed. */
export function checkReopening(month: Month, closedThrough: Month | null): void {
	if (closedThrough === null || month > closedThrough) throw new MonthNotClosed(month);
}
