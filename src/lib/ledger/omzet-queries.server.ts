/**
 * Omzet and untung over days. *Untung* is income less all costs: what accounts 4 earned minus what accounts 5, 6 and 8
 * took, as posted until now; it is before any sharing among members.
 */
import type { Reader } from '#lib/db/open.server.ts';
import { type Day, firstDayOf, lastDayOf, type Month, monthOf, day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { account } from './chart.ts';

export interface Omzet {
	readonly omzet: Rupiah;
	readonly untung: Rupiah;
	/** What buyers paid for goods, consigned goods in full. */
	readonly gross: Rupiah;
	/** Sales less voided ones. */
	readonly sales: number;
}

export interface DayOmzet extends Omzet {
	readonly day: Day;
}

/** Every day of the span that earned or cost something, earliest first. */
export async function omzetByDay(reader: Reader, groupId: Id, from: Day, to: Day): Promise<DayOmzet[]> {
	const days = new Map<string, { omzet: number; untung: number; gross: number; sales: number }>();
	for (const { day: on, ...sums } of await omzetRows(reader, groupId, from, to)) days.set(on, { ...sums, untung: 0 });
	for (const { day: on, untung } of await untungRows(reader, groupId, from, to))
		days.set(on, { ...(days.get(on) ?? { omzet: 0, gross: 0, sales: 0 }), untung });
	return [...days.entries()]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([on, sums]) => ({ day: day(on), ...omzet(sums) }));
}

async function omzetRows(reader: Reader, groupId: Id, from: Day, to: Day) {
	return reader
		.selectFrom('omzetDay')
		.select((row) => [
			'day',
			row.fn.sum<number>('omzet').as('omzet'),
			row.fn.sum<number>('gross').as('gross'),
			row.fn.sum<number>('sales').as('sales')
		])
		.where('groupId', '=', groupId)
		.where('day', '>=', from)
		.where('day', '<=', to)
		.groupBy('day')
		.execute();
}

async function untungRows(reader: Reader, groupId: Id, from: Day, to: Day) {
	const rows = await reader
		.selectFrom('accountDay')
		.select((row) => ['day', row.fn.sum<number>('debit').as('debit'), row.fn.sum<number>('credit').as('credit')])
		.where('groupId', '=', groupId)
		.where('day', '>=', from)
		.where('day', '<=', to)
		.where('account', '>=', account.salesCounter)
		.groupBy('day')
		.execute();
	return rows.map((row) => ({ day: row.day, untung: row.credit - row.debit }));
}

function omzet(sums: {
	readonly omzet: number;
	readonly untung: number;
	readonly gross: number;
	readonly sales: number;
}): Omzet {
	return { omzet: rupiah(sums.omzet), untung: rupiah(sums.untung), gross: rupiah(sums.gross), sales: sums.sales };
}

export interface Spans {
	readonly today: Day;
	readonly month: Month;
	/** `YYYY` */
	readonly year: string;
}

/** Omzet of a day, of a month and of a year. */
export async function omzetOf(
	reader: Reader,
	groupId: Id,
	{ today, month, year }: Spans
): Promise<{ readonly today: Omzet; readonly month: Omzet; readonly year: Omzet }> {
	const first = [today, firstDayOf(month), day(`${year}-01-01`)].reduce((one, other) => (one < other ? one : other));
	const last = [today, lastDayOf(month), day(`${year}-12-31`)].reduce((one, other) => (one > other ? one : other));
	const days = await omzetByDay(reader, groupId, first, last);
	return {
		today: sumOf(days.filter((each) => each.day === today)),
		month: sumOf(days.filter((each) => monthOf(each.day) === month)),
		year: sumOf(days.filter((each) => each.day.startsWith(`${year}-`)))
	};
}

/** What several days add up to. */
export function sumOf(days: readonly Omzet[]): Omzet {
	const sum = { omzet: 0, untung: 0, gross: 0, sales: 0 };
	for (const one of days) {
		sum.omzet += one.omzet;
		sum.untung += one.untung;
		sum.gross += one.gross;
		sum.sales += one.sales;
	}
	return omzet(sum);
}
