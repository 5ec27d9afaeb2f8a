/** Card money that the bank had paid when its sale was taken back, in whole or in part: it should go back, and has not. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { account } from '#lib/ledger/chart.ts';
import type { OpenSlip } from './settlement-match.ts';
import { settledSlips, slipColumns, slipOf, standingMatches } from './settlement-settled.server.ts';

const backMax = 1000;

/** What should go back, the oldest first: all of a slip where its sale is void, else what a return books and no slip tells. */
export async function slipsToReverse(reader: Reader, groupId: Id): Promise<OpenSlip[]> {
	const rows = await paidAndTakenBack(reader, groupId);
	const returns = new Set(rows.flatMap(({ kind, backId }) => (kind === 'return' ? [backId] : [])));
	const untold = await bookedWithoutSlip(reader, groupId, [...returns]);
	const done = new Set((await backsDone(reader, groupId)).map(({ sourceId, slipLine }) => `${sourceId} ${slipLine}`));
	const seen = new Set<string>();
	return rows.flatMap(({ kind, backId, sourceId, line, amount, ...slip }): OpenSlip[] => {
		const key = kind === 'void' ? { sourceId, line } : { sourceId: backId, line: 0 };
		const due = kind === 'void' ? amount : (untold.get(backId) ?? 0);
		const mark = `${key.sourceId} ${key.line}`;
		if (due <= 0 || done.has(mark) || seen.has(mark)) return [];
		seen.add(mark);
		return [slipOf({ ...slip, ...key, amount: -due }, true)];
	});
}

/** Settled slips of sales that were taken back, with what took them back. */
async function paidAndTakenBack(reader: Reader, groupId: Id) {
	return reader
		.selectFrom('saleReturn as back')
		.innerJoin('cardSlip as slip', (join) =>
			join.onRef('slip.groupId', '=', 'back.groupId').onRef('slip.saleId', '=', 'back.saleId')
		)
		.select(['back.id as backId', 'back.kind', 'back.day'])
		.select(slipColumns)
		.where('back.groupId', '=', groupId)
		.where('slip.kind', 'in', ['sale', 'late'])
		.where('slip.tender', '!=', 'coupon')
		.where((eb) =>
			eb(
				eb.refTuple('slip.sourceId', 'slip.line'),
				'in',
				settledSlips(reader, groupId).$asTuple('sourceId', 'slipLine')
			)
		)
		.orderBy('back.day')
		.orderBy('back.seq')
		.orderBy('slip.seq')
		.orderBy('slip.sourceId')
		.orderBy('slip.line')
		.limit(backMax)
		.execute();
}

/** What each return took out of the money on its way, less what slips of the machine tell of it. */
async function bookedWithoutSlip(
	reader: Reader,
	groupId: Id,
	returns: readonly string[]
): Promise<ReadonlyMap<string, number>> {
	const sums = new Map<string, number>();
	if (returns.length === 0) return sums;
	const booked = await reader
		.selectFrom('journalEntry as entry')
		.innerJoin('journalLeg as leg', (join) =>
			join.onRef('leg.groupId', '=', 'entry.groupId').onRef('leg.entryId', '=', 'entry.id')
		)
		.select(['entry.sourceId', 'leg.amount'])
		.where('entry.groupId', '=', groupId)
		.where('entry.sourceType', '=', 'return')
		.where('entry.sourceId', 'in', returns)
		.where('leg.account', '=', account.cardInTransit)
		.execute();
	const told = await reader
		.selectFrom('cardSlip')
		.select(['sourceId', 'amount'])
		.where('groupId', '=', groupId)
		.where('sourceId', 'in', returns)
		.execute();
	for (const { sourceId, amount } of [...booked, ...told]) sums.set(sourceId, (sums.get(sourceId) ?? 0) - amount);
	return sums;
}

async function backsDone(reader: Reader, groupId: Id) {
	return standingMatches(reader, groupId)
		.where('slipMatch.isBack', 'is not', null)
		.select(['slipMatch.sourceId', 'slipMatch.slipLine'])
		.execute();
}
