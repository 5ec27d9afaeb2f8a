/** Sales that cards paid, and what else the facts about them are told from. */
import { expressionBuilder } from 'kysely';
import type { Reader } from '#lib/db/open.server.ts';
import type { Tables } from '#lib/db/tables.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';
import { type CardSale, usualPrices, type UsualPrice } from './aid-facts.ts';

/** Days of one group. */
export interface GroupSpan {
	readonly groupId: Id;
	readonly from: Day;
	readonly to: Day;
}

/** Where aid is money like any other, nobody knows which cards are aid's: all of them are counted. */
const cardTenders = ['card', 'kks', 'coupon'];

export async function cardSales(reader: Reader, { groupId, from, to }: GroupSpan): Promise<CardSale[]> {
	const rows = await reader
		.selectFrom('sale')
		.innerJoin('saleLine', (join) =>
			join.onRef('saleLine.groupId', '=', 'sale.groupId').onRef('saleLine.saleId', '=', 'sale.id')
		)
		.select(['sale.id', 'sale.receiptNumber', 'sale.day', 'sale.happenedAt', 'sale.enrolmentId'])
		.select(['saleLine.unitId', 'saleLine.name', 'saleLine.quantity', 'saleLine.price'])
		.where('sale.groupId', '=', groupId)
		.where('saleLine.groupId', '=', groupId)
		.where('sale.day', '>=', from)
		.where('sale.day', '<=', to)
		.where(paidByCard(groupId))
		.orderBy('sale.happenedAt')
		.orderBy('sale.seq')
		.orderBy('sale.sequence')
		.orderBy('saleLine.line')
		.execute();
	return [...Map.groupBy(rows, (row) => row.id)].flatMap(([saleId, own]) => {
		const [first] = own;
		if (first === undefined) return [];
		const { receiptNumber, enrolmentId } = first;
		const lines = own.map(({ unitId, name, quantity, price }) => ({ unitId: id(unitId), name, quantity, price }));
		return [{ saleId: id(saleId), receiptNumber, enrolmentId, day: day(first.day), happenedAt: instant(first.happenedAt), lines }]; // prettier-ignore
	});
}

/** Whether a card paid the sale that a query is at. */
export function paidByCard(groupId: Id) {
	const row = expressionBuilder<Tables, 'sale'>();
	return row.exists(
		row
			.selectFrom('payment')
			.select('payment.line')
			.where('payment.groupId', '=', groupId)
			.whereRef('payment.saleId', '=', 'sale.id')
			.where('payment.tender', 'in', cardTenders)
	);
}

/** What buyers who paid otherwise paid for each unit in those days. */
export async function pricesOfOthers(reader: Reader, { groupId, from, to }: GroupSpan): Promise<UsualPrice> {
	const rows = await reader
		.selectFrom('saleLine')
		.innerJoin('sale', (join) =>
			join.onRef('sale.groupId', '=', 'saleLine.groupId').onRef('sale.id', '=', 'saleLine.saleId')
		)
		.select((row) => ['saleLine.unitId', 'saleLine.price', row.fn.countAll<number>().as('lines')])
		.where('saleLine.groupId', '=', groupId)
		.where('sale.groupId', '=', groupId)
		.where('sale.day', '>=', from)
		.where('sale.day', '<=', to)
		.where((row) => row.not(paidByCard(groupId)))
		.groupBy(['saleLine.unitId', 'saleLine.price'])
		.execute();
	return usualPrices(rows);
}
