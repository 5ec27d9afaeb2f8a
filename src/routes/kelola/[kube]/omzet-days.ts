/** Omzet and untung of each day of a stretch, days without any included, as a chart draws them. */
import type { Reader } from '#lib/db/open.server.ts';
import { addDays, type Day, daysBetween } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { type DayOmzet, omzetByDay } from '#lib/ledger/omzet-queries.server.ts';

/** The `count` days that end with `today`. */
export function lastDays(reader: Reader, groupId: Id, today: Day, count: number): Promise<DayOmzet[]> {
	return everyDay(reader, groupId, addDays(today, 1 - count), today);
}

/** Each day from `from` to `to`, both counted. */
export async function everyDay(reader: Reader, groupId: Id, from: Day, to: Day): Promise<DayOmzet[]> {
	const known = new Map((await omzetByDay(reader, groupId, from, to)).map((each) => [each.day, each]));
	return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => {
		const day = addDays(from, index);
		return known.get(day) ?? { day, omzet: rupiah(0), untung: rupiah(0), gross: rupiah(0), sales: 0 };
	});
}
