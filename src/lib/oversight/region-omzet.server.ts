/** Omzet and untung of all groups of a region over time, and by channel. */
import { type Expression, sql } from 'kysely';
import type { Reader } from '#lib/db/open.server.ts';
import type { Day } from '#lib/kernel/day.ts';
import { rupiah, type Rupiah } from '#lib/kernel/rupiah.ts';
import { type Channel, channel, channels } from '#lib/ledger/channel.ts';
import { account } from '#lib/ledger/chart.ts';
import type { Earned } from './earned.ts';
import { groupsWithin, type RegionSpan } from './region-groups.server.ts';

/** A day or a month of the span. */
export interface StepEarned extends Earned {
	/** `YYYY-MM-DD` or `YYYY-MM`. */
	readonly step: string;
}

export interface ChannelEarned {
	readonly channel: Channel;
	readonly omzet: Rupiah;
	/** What the goods sold there had cost; other costs belong to no channel. */
	readonly cost: Rupiah;
	readonly sales: number;
}

export interface RegionOmzet {
	/** Each step in which a group of the region earned or spent something, earliest first. */
	readonly steps: readonly StepEarned[];
	/** The channels through which something was sold, in their usual order. */
	readonly channels: readonly ChannelEarned[];
}

export interface SteppedSpan extends RegionSpan {
	readonly step: 'day' | 'month';
}

export async function regionOmzet(reader: Reader, span: SteppedSpan): Promise<RegionOmzet> {
	const sold = await soldIn(reader, span);
	return { steps: stepsOf(sold, await spentIn(reader, span)), channels: channelsOf(sold) };
}

type Sold = Awaited<ReturnType<typeof soldIn>>[number];
type Spent = Awaited<ReturnType<typeof spentIn>>[number];

function stepsOf(sold: readonly Sold[], spent: readonly Spent[]): StepEarned[] {
	const nothing = { omzet: 0, untung: 0, sales: 0 };
	const steps = new Map<string, typeof nothing>();
	for (const { step, omzet, sales } of sold) {
		const before = steps.get(step) ?? nothing;
		steps.set(step, { ...before, omzet: before.omzet + omzet, sales: before.sales + sales });
	}
	for (const { step, credit, debit } of spent)
		steps.set(step, { ...(steps.get(step) ?? nothing), untung: credit - debit });
	return [...steps]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([step, { omzet, untung, sales }]) => ({ step, omzet: rupiah(omzet), untung: rupiah(untung), sales }));
}

function channelsOf(sold: readonly Sold[]): ChannelEarned[] {
	return channels.flatMap((known) => {
		const rows = sold.filter((row) => channel(row.channel) === known);
		if (rows.length === 0) return [];
		const sum = (of: (row: Sold) => number): number => rows.reduce((before, row) => before + of(row), 0);
		return {
			channel: known,
			omzet: rupiah(sum((row) => row.omzet)),
			cost: rupiah(sum((row) => row.cost)),
			sales: sum((row) => row.sales)
		};
	});
}

const stepLengths = { day: 10, month: 7 } as const;

/** `YYYY-MM-DD` or `YYYY-MM` of a day, in SQL. */
function stepOf(ofDay: Expression<string>, step: SteppedSpan['step']) {
	return sql<Day>`substr(${ofDay}, 1, ${sql.lit(stepLengths[step])})`;
}

function soldIn(reader: Reader, { regionCode, from, to, step }: SteppedSpan) {
	return groupsWithin(reader, regionCode)
		.innerJoin('omzetDay', 'omzetDay.groupId', 'kube.groupId')
		.select((row) => [
			stepOf(row.ref('omzetDay.day'), step).as('step'),
			'omzetDay.channel',
			row.fn.sum<number>('omzetDay.omzet').as('omzet'),
			row.fn.sum<number>('omzetDay.cost').as('cost'),
			row.fn.sum<number>('omzetDay.sales').as('sales')
		])
		.where('omzetDay.day', '>=', from)
		.where('omzetDay.day', '<=', to)
		.groupBy(['step', 'omzetDay.channel'])
		.execute();
}

function spentIn(reader: Reader, { regionCode, from, to, step }: SteppedSpan) {
	return groupsWithin(reader, regionCode)
		.innerJoin('accountDay', 'accountDay.groupId', 'kube.groupId')
		.select((row) => [
			stepOf(row.ref('accountDay.day'), step).as('step'),
			row.fn.sum<number>('accountDay.debit').as('debit'),
			row.fn.sum<number>('accountDay.credit').as('credit')
		])
		.where('accountDay.account', '>=', account.salesCounter)
		.where('accountDay.day', '>=', from)
		.where('accountDay.day', '<=', to)
		.groupBy('step')
		.execute();
}
