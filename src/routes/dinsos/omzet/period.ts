/** The days that a report is about, as its address names them: this month unless others are chosen. */
import { addDays, day, type Day, daysBetween, firstDayOf, monthOf, nextMonth, parseDay } from '#lib/kernel/day.ts';

export interface Days {
	readonly from: Day;
	readonly to: Day;
}

export interface Period extends Days {
	/** What is drawn as one bar. */
	readonly step: 'day' | 'month';
	/** Whether it begins later than was asked, because a report spans two years at most. */
	readonly isCut: boolean;
}

const daysMax = 2 * 366;
/** More days than these are drawn by month. */
const dailyMax = 62;

/** The period of `dari` and `sampai`, not beyond `today`; without them from the first of this month. */
export function periodOf(parameters: URLSearchParams, today: Day): Period {
	const until = parseDay(parameters.get('sampai')) ?? today;
	const to = until < today ? until : today;
	const asked = parseDay(parameters.get('dari')) ?? firstDayOf(monthOf(to));
	const earliest = addDays(to, 1 - daysMax);
	const from = asked > to ? to : asked < earliest ? earliest : asked;
	return { from, to, step: daysBetween(from, to) < dailyMax ? 'day' : 'month', isCut: asked < earliest };
}

/** Every day or month of a period, as a report names them, earliest first. */
export function stepsIn({ from, to, step }: Period): string[] {
	const steps: string[] = [];
	if (step === 'day') for (let each = from; each <= to; each = addDays(each, 1)) steps.push(each);
	else for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) steps.push(month);
	return steps;
}

/** What people ask for most beside this month: the month before, and this year. */
export function usualPeriods(today: Day): { readonly lastMonth: Days; readonly year: Days } {
	const before = addDays(firstDayOf(monthOf(today)), -1);
	return {
		lastMonth: { from: firstDayOf(monthOf(before)), to: before },
		year: { from: day(`${today.slice(0, 4)}-01-01`), to: today }
	};
}
