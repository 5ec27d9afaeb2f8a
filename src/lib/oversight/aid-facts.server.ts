/** The facts about payments by card and by aid, of a group or of all groups of a region, for whoever looks into them (R70). */
import * as v from 'valibot';
import type { Reader } from '#lib/db/open.server.ts';
import { ruleValueOn } from '#lib/db/rule-value.server.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import {
	type AidFact,
	aidFactKinds,
	type CardSale,
	dearGoods,
	minutesBetween,
	rapidCards,
	type Receipt,
	type Thresholds,
	uniformBaskets
} from './aid-facts.ts';
import { cardSales, type GroupSpan, paidByCard, pricesOfOthers } from './card-sales.server.ts';
import { groupsWithin } from './region-groups.server.ts';

export interface FactsAsked {
	/** One group, or a region by the ministry's code; '' is the whole country. */
	readonly of: { readonly groupId: Id } | { readonly regionCode: string };
	readonly from: Day;
	readonly to: Day;
	/** Goods that are still to follow are late by now, or not yet. */
	readonly now: Instant;
}

export interface GroupFact extends AidFact {
	readonly groupId: Id;
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const ThresholdsForm = v.object({
	uniformSales: whole, uniformPercent: whole, rapidCards: whole, rapidMinutes: whole, dearPercent: whole
}); // prettier-ignore
const HandoverForm = v.object({ minutes: whole });

interface Limits extends Thresholds {
	readonly handoverMinutes: number;
	readonly now: Instant;
}

/** The latest day first; of one day by group and kind. */
export async function aidFacts(reader: Reader, { of, from, to, now }: FactsAsked): Promise<GroupFact[]> {
	const thresholds = v.parse(ThresholdsForm, await ruleValueOn(reader, 'aid.facts', to));
	const { minutes } = v.parse(HandoverForm, await ruleValueOn(reader, 'aid.handover', to));
	const limits = { ...thresholds, handoverMinutes: minutes, now };
	const groupIds = 'groupId' in of ? [of.groupId] : await groupsOf(reader, of.regionCode);
	const found: GroupFact[] = [];
	for (const groupId of groupIds)
		for (const fact of await factsOfGroup(reader, { groupId, from, to }, limits)) found.push({ groupId, ...fact });
	return found.sort((one, other) => (one.day === other.day ? 0 : one.day > other.day ? -1 : 1));
}

async function groupsOf(reader: Reader, regionCode: string): Promise<Id[]> {
	const rows = await groupsWithin(reader, regionCode).select('kube.groupId').orderBy('kube.groupId').execute();
	return rows.map(({ groupId }) => id(groupId));
}

async function factsOfGroup(reader: Reader, span: GroupSpan, limits: Limits): Promise<AidFact[]> {
	const sales = await cardSales(reader, span);
	const facts = [
		...uniformBaskets(sales, limits),
		...(sales.length === 0 ? [] : dearGoods(sales, await pricesOfOthers(reader, span), limits)),
		...rapidCards(sales, limits),
		...(await missedReceipts(reader, span, sales)),
		...(await voids(reader, span)),
		...(await ineligible(reader, span)),
		...(await handovers(reader, span, limits))
	];
	const rank = ({ kind }: AidFact) => aidFactKinds.indexOf(kind);
	return facts.sort((one, other) => rank(one) - rank(other));
}

/** Sales of the span, by receipt; facts about single sales begin here. */
function salesIn(reader: Reader, { groupId, from, to }: GroupSpan) {
	return reader
		.selectFrom('sale')
		.select(['sale.id', 'sale.receiptNumber', 'sale.day'])
		.where('sale.groupId', '=', groupId)
		.where('sale.day', '>=', from)
		.where('sale.day', '<=', to)
		.orderBy('sale.day')
		.orderBy('sale.receiptNumber');
}

interface Row {
	readonly id: string;
	readonly receiptNumber: string;
	readonly day: string;
}

function about({ id: saleId, receiptNumber, day: on }: Row): {
	readonly day: Day;
	readonly receipts: readonly Receipt[];
} {
	return { day: day(on), receipts: [{ saleId: id(saleId), receiptNumber }] };
}

/** One fact for each of the sales. */
function eachSale<Sale extends Row>(
	kind: AidFact['kind'],
	sales: readonly Sale[],
	factsOf: (sale: Sale) => AidFact['facts']
): AidFact[] {
	return sales.map((sale) => ({ kind, ...about(sale), facts: factsOf(sale) }));
}

/** Days on which buyers went without paper: how many, of how many sales by card. */
async function missedReceipts(reader: Reader, span: GroupSpan, sales: readonly CardSale[]): Promise<AidFact[]> {
	const rows = await salesIn(reader, span)
		.innerJoin('receiptMissed', (join) =>
			join.onRef('receiptMissed.groupId', '=', 'sale.groupId').onRef('receiptMissed.saleId', '=', 'sale.id')
		)
		.where('receiptMissed.groupId', '=', span.groupId)
		.execute();
	return [...Map.groupBy(rows, (row) => row.day)].map(([on, own]) => ({
		kind: 'no-receipt',
		day: day(on),
		receipts: own.flatMap((row) => about(row).receipts),
		facts: { missed: own.length, of: sales.filter((sale) => sale.day === on).length }
	}));
}

/** Sales that a card paid, aid's or another, and that were taken back whole. */
async function voids(reader: Reader, span: GroupSpan): Promise<AidFact[]> {
	const rows = await salesIn(reader, span)
		.innerJoin('saleReturn', (join) =>
			join.onRef('saleReturn.groupId', '=', 'sale.groupId').onRef('saleReturn.saleId', '=', 'sale.id')
		)
		.select(['sale.total', 'saleReturn.reason'])
		.where('saleReturn.groupId', '=', span.groupId)
		.where('saleReturn.kind', '=', 'void')
		.where(paidByCard(span.groupId))
		.execute();
	return eachSale('void-after-aid', rows, ({ total, reason }) => ({ total, reason }));
}

/** Sales of which aid paid more than it might by the till's own list. */
async function ineligible(reader: Reader, span: GroupSpan): Promise<AidFact[]> {
	const rows = await salesIn(reader, span)
		.innerJoin('saleAid', (join) =>
			join.onRef('saleAid.groupId', '=', 'sale.groupId').onRef('saleAid.saleId', '=', 'sale.id')
		)
		.select(['saleAid.paid', 'saleAid.eligible'])
		.where('saleAid.groupId', '=', span.groupId)
		.whereRef('saleAid.paid', '>', 'saleAid.eligible')
		.execute();
	return eachSale('ineligible', rows, ({ paid, eligible }) => ({ paid, eligible }));
}

/** Goods that followed later than the rule allows, or are still to follow; of a sale that was taken back nothing follows. */
async function handovers(reader: Reader, span: GroupSpan, { handoverMinutes, now }: Limits): Promise<AidFact[]> {
	const rows = await salesIn(reader, span)
		.innerJoin('saleHandover', (join) =>
			join.onRef('saleHandover.groupId', '=', 'sale.groupId').onRef('saleHandover.saleId', '=', 'sale.id')
		)
		.leftJoin('saleReturn', (join) =>
			join
				.onRef('saleReturn.groupId', '=', 'sale.groupId')
				.onRef('saleReturn.saleId', '=', 'sale.id')
				.on('saleReturn.kind', '=', 'void')
		)
		.select(['saleHandover.paidAt', 'saleHandover.handedAt'])
		.where('saleHandover.groupId', '=', span.groupId)
		.where('saleReturn.id', 'is', null)
		.execute();
	return rows.flatMap(({ paidAt, handedAt, ...row }): AidFact[] => {
		const minutes = minutesBetween(instant(paidAt), handedAt === null ? now : instant(handedAt));
		if (minutes <= handoverMinutes) return [];
		return [{ kind: 'handover-gap', ...about(row), facts: { minutes, isOpen: handedAt === null } }];
	});
}
