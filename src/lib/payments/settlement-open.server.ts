/** Slips of the till and lines of the bank to which nothing belongs yet. */
import type { Reader } from '#lib/db/open.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { type Bank, parseBank } from './card-slip.ts';
import type { OpenLine, OpenSlip } from './settlement-match.ts';

/** More than a busy group swipes in a year; what is beyond waits until the older ones are settled. */
const openMax = 5000;

/** Kinds of slips by which money comes in; `refund` takes it back, and a second swipe pays nothing. */
const countsIn: readonly string[] = ['sale', 'late', 'credit'];

/** The slips, the oldest first; without those of sales that were taken back, whose entry the void reversed. */
export async function openSlips(reader: Reader, groupId: Id): Promise<OpenSlip[]> {
	const rows = await reader
		.selectFrom('cardSlip as slip')
		.leftJoin('slipMatch', (join) =>
			join
				.onRef('slipMatch.groupId', '=', 'slip.groupId')
				.onRef('slipMatch.sourceId', '=', 'slip.sourceId')
				.onRef('slipMatch.slipLine', '=', 'slip.line')
		)
		.leftJoin('saleReturn', (join) =>
			join
				.onRef('saleReturn.groupId', '=', 'slip.groupId')
				.onRef('saleReturn.saleId', '=', 'slip.saleId')
				.on('saleReturn.kind', '=', 'void')
		)
		.select([
			'slip.sourceId',
			'slip.line',
			'slip.saleId',
			'slip.kind',
			'slip.bank',
			'slip.tid',
			'slip.number',
			'slip.amount',
			'slip.day'
		]) // prettier-ignore
		.where('slip.groupId', '=', groupId)
		.where('slip.kind', 'in', [...countsIn, 'refund'])
		.where('slip.tender', '!=', 'coupon')
		.where('slipMatch.id', 'is', null)
		.where('saleReturn.id', 'is', null)
		.orderBy('slip.day')
		.orderBy('slip.seq')
		.orderBy('slip.sourceId')
		.orderBy('slip.line')
		.limit(openMax)
		.execute();
	return rows.map(({ kind, ...row }) => ({
		...row,
		sourceId: id(row.sourceId),
		bank: row.bank === null ? null : bankOf(row.bank),
		saleId: row.saleId === null ? null : id(row.saleId),
		amount: rupiah(countsIn.includes(kind) ? row.amount : -row.amount),
		day: day(row.day)
	}));
}

/** The lines, the oldest first. */
export async function openLines(reader: Reader, groupId: Id): Promise<OpenLine[]> {
	const rows = await reader
		.selectFrom('settlementLine as line')
		.leftJoin('slipMatch', (join) =>
			join
				.onRef('slipMatch.groupId', '=', 'line.groupId')
				.onRef('slipMatch.fileId', '=', 'line.fileId')
				.onRef('slipMatch.fileLine', '=', 'line.line')
		)
		.selectAll('line')
		.where('line.groupId', '=', groupId)
		.where('slipMatch.id', 'is', null)
		.orderBy('line.day')
		.orderBy('line.fileId')
		.orderBy('line.line')
		.limit(openMax)
		.execute();
	return rows.map(({ groupId: _groupId, ...row }) => ({
		...row,
		fileId: id(row.fileId),
		bank: bankOf(row.bank),
		amount: rupiah(row.amount),
		fee: rupiah(row.fee),
		day: day(row.day)
	}));
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

/** A bank as our own database keeps it. */
function bankOf(text: string): Bank {
	return present(parseBank(text), `the bank ${text}`);
}
