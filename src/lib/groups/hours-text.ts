/** Opening hours as people read them, in the reader's language. */
import { m } from '#texts/messages.js';
import { hoursRows, type Hours, type OpeningHours } from './opening-hours.ts';

const weekdays = [
	m.groups_weekday_0, m.groups_weekday_1, m.groups_weekday_2, m.groups_weekday_3, m.groups_weekday_4, m.groups_weekday_5,
	m.groups_weekday_6
] as const; // prettier-ignore

/** Monday is 0. */
export function weekdayName(weekday: number): string {
	return weekdays[weekday]?.() ?? '';
}

/** `07.00–17.00`, or that it is closed. */
function hoursText(hours: Hours | null): string {
	return hours === null
		? m.groups_hours_closed()
		: `${hours.opens.replace(':', '.')}–${hours.closes.replace(':', '.')}`;
}

/** One line for each stretch of days with the same hours: `Senin–Sabtu`, `07.00–17.00`. */
export function openingLines(week: OpeningHours): { readonly days: string; readonly hours: string }[] {
	return hoursRows(week).map(({ from, to, hours }) => {
		const [first, last] = [weekdayName(from), weekdayName(to)];
		return { days: from === to ? first : m.groups_hours_days({ from: first, to: last }), hours: hoursText(hours) };
	});
}
