/** Omzet and untung of each group of a region over a stretch of days, and of the regions just below it. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Day } from '#lib/kernel/day.ts';
import { id } from '#lib/kernel/id.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { regionPaths } from '#lib/regions/queries.server.ts';
import { type Arrival, type Earned, type GroupEarned, mostFirst, regionBelow, wholeOf } from './earned.ts';

export interface RegionSpan {
	/** A province, regency, district or village, by the ministry's code; '' is the whole country. */
	readonly regionCode: string;
	readonly from: Day;
	readonly to: Day;
}

/** A region just below the one that was asked for. */
export interface PartEarned extends Earned, Arrival {
	readonly code: string;
	readonly name: string;
}

export interface RegionParts {
	readonly whole: Earned & Arrival;
	/** The most omzet first. A village has none. */
	readonly parts: readonly PartEarned[];
}

/** What the region earned, and the regions just below it that have groups. */
export async function regionParts(reader: Reader, span: RegionSpan): Promise<RegionParts> {
	const groups = await groupsEarned(reader, span);
	const below = Map.groupBy(groups, (group) => regionBelow(group.villageCode, span.regionCode));
	below.delete(span.regionCode);
	const paths = await regionPaths(reader, [...below.keys()]);
	const parts = [...below].map(([code, own]) => ({
		code,
		name: paths.get(code)?.names[0] ?? code,
		...wholeOf(own)
	}));
	return { whole: wholeOf(groups), parts: parts.sort(mostFirst) };
}

export interface GroupsAsked extends RegionSpan {
	/** How many groups come before those that are wanted. */
	readonly skip: number;
	readonly limit: number;
}

export interface RegionGroups {
	readonly whole: Earned & Arrival;
	/** A part of all groups, the most omzet first. */
	readonly groups: readonly GroupEarned[];
}

/** What the region earned, and a page of its groups. */
export async function regionGroups(reader: Reader, { skip, limit, ...span }: GroupsAsked): Promise<RegionGroups> {
	const groups = await groupsEarned(reader, span);
	return { whole: wholeOf(groups), groups: groups.sort(mostFirst).slice(skip, skip + limit) };
}

/** The groups of a region; '' is the whole country. */
export function groupsWithin(reader: Reader, regionCode: string) {
	const groups = reader.selectFrom('kube');
	if (regionCode === '') return groups;
	return groups.where('kube.villageCode', 'in', (within) =>
		within.selectFrom('regionClosure').select('descendantCode').where('ancestorCode', '=', regionCode)
	);
}

/** Every group that is active or has something in its books of that time. */
async function groupsEarned(reader: Reader, span: RegionSpan): Promise<GroupEarned[]> {
	const sold = new Map((await soldBy(reader, span)).map((row) => [row.groupId, row]));
	const spent = new Map((await spentBy(reader, span)).map((row) => [row.groupId, row]));
	const known = await groupsWithin(reader, span.regionCode)
		.select(['kube.groupId', 'kube.slug', 'kube.name', 'kube.villageCode', 'kube.status'])
		.execute();
	return known
		.filter(({ groupId, status }) => status === 'active' || spent.has(groupId))
		.map(({ groupId, slug, name, villageCode }) => {
			const { omzet = 0, sales = 0 } = sold.get(groupId) ?? {};
			const { untung = 0 } = spent.get(groupId) ?? {};
			return {
				groupId: id(groupId), slug, name, villageCode, hasArrived: spent.has(groupId), omzet: rupiah(omzet),
				untung: rupiah(untung), sales
			}; // prettier-ignore
		});
}

function soldBy(reader: Reader, { regionCode, from, to }: RegionSpan) {
	return groupsWithin(reader, regionCode)
		.innerJoin('omzetDay', 'omzetDay.groupId', 'kube.groupId')
		.select((row) => [
			'kube.groupId',
			row.fn.sum<number>('omzetDay.omzet').as('omzet'),
			row.fn.sum<number>('omzetDay.sales').as('sales')
		])
		.where('omzetDay.day', '>=', from)
		.where('omzetDay.day', '<=', to)
		.groupBy('kube.groupId')
		.execute();
}

/** Each group that has anything at all in its books of that time, with what its income is above its costs. */
async function spentBy(reader: Reader, { regionCode, from, to }: RegionSpan) {
	const rows = await groupsWithin(reader, regionCode)
		.innerJoin('accountDay', 'accountDay.groupId', 'kube.groupId')
		.select((row) => {
			const only = (column: 'accountDay.debit' | 'accountDay.credit') =>
				row.case().when('accountDay.account', '>=', account.salesCounter).then(row.ref(column)).else(0).end();
			return [
				'kube.groupId',
				row.fn.sum<number>(only('accountDay.debit')).as('debit'),
				row.fn.sum<number>(only('accountDay.credit')).as('credit')
			];
		})
		.where('accountDay.day', '>=', from)
		.where('accountDay.day', '<=', to)
		.groupBy('kube.groupId')
		.execute();
	return rows.map(({ groupId, debit, credit }) => ({ groupId, untung: credit - debit }));
}
