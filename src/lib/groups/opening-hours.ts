/** When a shop is open: one stretch a day, Monday to Sunday. */
import * as v from 'valibot';
import { type Day, dayOf, localTime, type Zone } from '#lib/kernel/day.ts';
import type { Instant } from '#lib/kernel/instant.ts';

/** `HH:MM` to `HH:MM` of the same day. */
export interface Hours {
	readonly opens: string;
	readonly closes: string;
}

/** Seven days, Monday first; null is a day off. */
export type OpeningHours = readonly (Hours | null)[];

const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const hours = v.pipe(
	v.object({ opens: time, closes: time }),
	v.check((day) => day.opens < day.closes, 'closes after it opens')
);

/** What a form or the database may hold. */
export const openingHoursForm = v.pipe(v.array(v.nullable(hours)), v.length(7));

/** Opening hours from their column; null when nobody has told them. */
export function readOpeningHours(column: string): OpeningHours | null {
	return column === '' ? null : v.parse(openingHoursForm, JSON.parse(column));
}

/** Monday is 0. */
export function weekdayOf(day: Day): number {
	return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The hours of `day`; null on a day off. */
export function hoursOn(week: OpeningHours, day: Day): Hours | null {
	return week[weekdayOf(day)] ?? null;
}

export function isOpenAt(week: OpeningHours, moment: Instant, where: Zone): boolean {
	const today = hoursOn(week, dayOf(moment, where));
	const now = localTime(moment, where).slice(11);
	return today !== null && today.opens <= now && now < today.closes;
}

/** Days in a row with the same hours, as people write them: Monday to Friday 07:00–17:00. */
export interface HoursRow {
	/** First and last weekday, Monday 0. */
	readonly from: number;
	readonly to: number;
	readonly hours: Hours | null;
}

export function hoursRows(week: OpeningHours): HoursRow[] {
	return week.reduce<HoursRow[]>((rows, today, weekday) => {
		const last = rows.at(-1);
		if (last === undefined || !same(last.hours, today)) return [...rows, { from: weekday, to: weekday, hours: today }];
		return [...rows.slice(0, -1), { ...last, to: weekday }];
	}, []);
}

function same(a: Hours | null, b: Hours | null): boolean {
	return a?.opens === b?.opens && a?.closes === b?.closes;
}
