/** Slips of the till and lines of the bank to which nothing belongs yet. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import type { Bank } from './card-slip.ts';
import { slipsToReverse } from './settlement-back.server.ts';
import type { OpenLine, OpenSlip } from './settlement-match.ts';
import { bankOf, lineOf, settledLines, settledSlips, slipColumns, slipOf } from './settlement-settled.server.ts';

/** More than a busy group swipes in a year; what is beyond waits until the older ones are settled. */
const openMax = 5000;

/** Kinds of slips by which money comes in; `refund` takes it back, and a second swipe pays nothing. */
const countsIn: readonly string[] = ['sale', 'late', 'credit'];

/** The slips, the oldest first, and what should go back of those whose sale was taken back after the bank had paid. */
export async function openSlips(reader: Reader, groupId: Id): Promise<OpenSlip[]> {
	const rows = await reader
		.selectFrom('cardSlip as slip')
		.leftJoin('saleReturn', (join) =>
			join
				.onRef('saleReturn.groupId', '=', 'slip.groupId')
				.onRef('saleReturn.saleId', '=', 'slip.saleId')
				.on('saleReturn.kind', '=', 'void')
		)
		.select(slipColumns)
		.select(['slip.kind', 'slip.day'])
		.where('slip.groupId', '=', groupId)
		.where('slip.kind', 'in', [...countsIn, 'refund'])
		.where('slip.tender', '!=', 'coupon')
		.where('saleReturn.id', 'is', null)
		.where((eb) =>
			eb(
				eb.refTuple('slip.sourceId', 'slip.line'),
				'not in',
				settledSlips(reader, groupId).$asTuple('sourceId', 'slipLine')
			)
		)
		.orderBy('slip.day')
		.orderBy('slip.seq')
		.orderBy('slip.sourceId')
		.orderBy('slip.line')
		.limit(openMax)
		.execute();
	const slips = rows.map((row) =>
		slipOf({ ...row, amount: countsIn.includes(row.kind) ? row.amount : -row.amount }, false)
	);
	return [...slips, ...(await slipsToReverse(reader, groupId))];
}

/** The lines, the oldest first. */
export async function openLines(reader: Reader, groupId: Id): Promise<OpenLine[]> {
	const rows = await reader
		.selectFrom('settlementLine as line')
		.selectAll('line')
		.where('line.groupId', '=', groupId)
		.where((eb) =>
			eb(
				eb.refTuple('line.fileId', 'line.line'),
				'not in',
				settledLines(reader, groupId).$asTuple('fileId', 'fileLine')
			)
		)
		.orderBy('line.day')
		.orderBy('line.fileId')
		.orderBy('line.line')
		.limit(openMax)
		.execute();
	return rows.map(lineOf);
}

/** A file that was taken. */
export interface TakenFile {
	readonly id: Id;
	readonly bank: Bank;
	readonly name: string;
	readonly lines: number;
	/** How many swipes it told of that were known before. */
	readonly known: number;
	readonly total: Rupiah;
	readonly firstDay: Day;
	readonly lastDay: Day;
	readonly importedAt: string;
}

const filesMax = 400;

/** The files taken, the latest first. */
export async function takenFiles(reader: Reader, groupId: Id): Promise<TakenFile[]> {
	const rows = await reader
		.selectFrom('settlementFile')
		.select(['id', 'bank', 'name', 'lines', 'known', 'total', 'firstDay', 'lastDay', 'importedAt'])
		.where('groupId', '=', groupId)
		.orderBy('seq', 'desc')
		.limit(filesMax)
		.execute();
	return rows.map((row) => ({
		...row,
		id: id(row.id),
		bank: bankOf(row.bank),
		total: rupiah(row.total),
		firstDay: day(row.firstDay),
		lastDay: day(row.lastDay)
	}));
}
