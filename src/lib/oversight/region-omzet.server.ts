/** Omzet and untung of all groups of a region, by month: what an office looks at first. */
import { type Expression, sql } from 'kysely';
import type { Reader } from '#lib/db/open.server.ts';
import { firstDayOf, lastDayOf, type Month, monthOf, day } from '#lib/kernel/day.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';

export interface RegionMonth {
	readonly month: Month;
	/** Groups that sold something. */
	readonly groups: number;
	readonly omzet: Rupiah;
	/** Income less all costs, before any sharing among members. */
	readonly untung: Rupiah;
	/** What buyers paid for goods, consigned goods in full. */
	readonly gross: Rupiah;
	/** Sales less voided ones. */
	readonly sales: number;
}

export interface RegionSpan {
	/** A province, regency, district or village, by the ministry's code. */
	readonly regionCode: string;
	readonly from: Month;
	readonly to: Month;
}

/** Each month of the span in which a group of the region earned or spent something, earliest first. */
export async function regionOmzet(reader: Reader, span: RegionSpan): Promise<RegionMonth[]> {
	const nothing = { groups: 0, omzet: 0, untung: 0, gross: 0, sales: 0 };
	const months = new Map<string, typeof nothing>();
	for (const { month, ...sums } of await soldIn(reader, span)) months.set(month, { ...nothing, ...sums });
	for (const { month, credit, debit } of await earnedIn(reader, span))
		months.set(month, { ...(months.get(month) ?? nothing), untung: credit - debit });
	return [...months]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([month, { groups, omzet, untung, gross, sales }]) => ({
			month: monthOf(day(`${month}-01`)),
			groups,
			omzet: rupiah(omzet),
			untung: rupiah(untung),
			gross: rupiah(gross),
			sales
		}));
}

/** `YYYY-MM` of a day, in SQL. */
function monthOfDay(ofDay: Expression<string>) {
	return sql<string>`substr(${ofDay}, 1, 7)`;
}

function soldIn(reader: Reader, { regionCode, from, to }: RegionSpan) {
	return reader
		.selectFrom('regionClosure')
		.innerJoin('kube', 'kube.villageCode', 'regionClosure.descendantCode')
		.innerJoin('omzetDay', 'omzetDay.groupId', 'kube.groupId')
		.select((row) => [
			monthOfDay(row.ref('omzetDay.day')).as('month'),
			row.fn.count<number>('omzetDay.groupId').distinct().as('groups'),
			row.fn.sum<number>('omzetDay.omzet').as('omzet'),
			row.fn.sum<number>('omzetDay.gross').as('gross'),
			row.fn.sum<number>('omzetDay.sales').as('sales')
		])
		.where('regionClosure.ancestorCode', '=', regionCode)
		.where('omzetDay.day', '>=', firstDayOf(from))
		.where('omzetDay.day', '<=', lastDayOf(to))
		.groupBy('month')
		.execute();
}

function earnedIn(reader: Reader, { regionCode, from, to }: RegionSpan) {
	return reader
		.selectFrom('regionClosure')
		.innerJoin('kube', 'kube.villageCode', 'regionClosure.descendantCode')
		.innerJoin('accountDay', 'accountDay.groupId', 'kube.groupId')
		.select((row) => [
			monthOfDay(row.ref('accountDay.day')).as('month'),
			row.fn.sum<number>('accountDay.debit').as('debit'),
			row.fn.sum<number>('accountDay.credit').as('credit')
		])
		.where('regionClosure.ancestorCode', '=', regionCode)
		.where('accountDay.account', '>=', account.salesCounter)
		.where('accountDay.day', '>=', firstDayOf(from))
		.where('accountDay.day', '<=', lastDayOf(to))
		.groupBy('month')
		.execute();
}
