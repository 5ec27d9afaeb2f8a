/** Calendar days, in the zone of the group they belong to. */
import { assert } from './assert.ts';
import type { Brand } from './brand.ts';
import { type Instant, instantOf, millisecondsOf } from './instant.ts';

/** A day as `YYYY-MM-DD`. */
export type Day = Brand<string, 'Day'>;
/** A month as `YYYY-MM`. */
export type Month = Brand<string, 'Month'>;

/** Indonesia's three zones; none has summer time. */
export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type Zone = (typeof zones)[number];

const offsetHours: Record<Zone, number> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };
const dayMilliseconds = 86_400_000;

/** A zone from text that our own database wrote. */
export function zone(text: string): Zone {
	const found = zones.find((known) => known === text);
	assert(found !== undefined, `${text} is not a zone of Indonesia`);
	return found;
}

/** WIB, WITA or WIT, as people write beside an hour. */
export function zoneName(where: Zone): 'WIB' | 'WITA' | 'WIT' {
	return ({ 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const)[where];
}

/** The calendar day of `moment` as the clocks on the wall of `where` show it. */
export function dayOf(moment: Instant, where: Zone): Day {
	return localTime(moment, where).slice(0, 10) as Day;
}

/** The wall clock of `moment` in `where`, as `YYYY-MM-DDTHH:MM`. */
export function localTime(moment: Instant, where: Zone): string {
	return instantOf(millisecondsOf(moment) + offsetHours[where] * 3_600_000).slice(0, 16);
}

/** The first moment of `day` in `where`. */
export function startOf(day: Day, where: Zone): Instant {
	return instantOf(Date.parse(`${day}T00:00:00.000Z`) - offsetHours[where] * 3_600_000);
}

/** A day from text that our own code or database wrote; other text is a Bug. */
export function day(text: string): Day {
	const parsed = parseDay(text);
	assert(parsed !== null, `${text} is not a day`);
	return parsed;
}

/** A day from text that came from outside, or null when there is no such day in the years 1900 to 2199. */
export function parseDay(text: string | null | undefined): Day | null {
	if (text === null || text === undefined || !/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return null;
	const milliseconds = Date.parse(`${text}T00:00:00.000Z`);
	if (Number.isNaN(milliseconds)) return null;
	return new Date(milliseconds).toISOString().startsWith(text) ? (text as Day) : null;
}

/** A month from text that came from outside, or null. */
export function parseMonth(text: string | null | undefined): Month | null {
	return parseDay(`${text ?? ''}-01`) === null ? null : (text as Month);
}

/** `from` moved by whole days, later when positive. */
export function addDays(from: Day, days: number): Day {
	const milliseconds = Date.parse(`${from}T00:00:00.000Z`) + days * dayMilliseconds;
	return new Date(milliseconds).toISOString().slice(0, 10) as Day;
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds);
}

export function monthOf(date: Day): Month {
	return date.slice(0, 7) as Month;
}

export function firstDayOf(month: Month): Day {
	return `${month}-01` as Day;
}

export function lastDayOf(month: Month): Day {
	return addDays(firstDayOf(nextMonth(month)), -1);
}

export function nextMonth(month: Month): Month {
	return monthOf(addDays(firstDayOf(month), 31));
}
