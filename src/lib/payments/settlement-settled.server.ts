/** What of slips and lines is settled by a match that nobody took back. */
import type { NotNull } from 'kysely';
import type { SettlementLineTable } from '#lib/db/aid-tables.ts';
import type { Reader } from '#lib/db/open.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { type Bank, parseBank } from './card-slip.ts';
import type { OpenLine, OpenSlip } from './settlement-match.ts';

/** The group's matches that stand. */
export function standingMatches(reader: Reader, groupId: Id) {
	return reader
		.selectFrom('slipMatch')
		.where('slipMatch.groupId', '=', groupId)
		.where('slipMatch.undoneAt', 'is', null);
}

/** The slips that are settled, by the event that told of them and their place in it. */
export function settledSlips(reader: Reader, groupId: Id) {
	return standingMatches(reader, groupId)
		.where('slipMatch.isBack', 'is', null)
		.where('slipMatch.sourceId', 'is not', null)
		.select(['slipMatch.sourceId', 'slipMatch.slipLine'])
		.$narrowType<{ sourceId: NotNull; slipLine: NotNull }>();
}

/** The lines of banks that are settled, by file and line. */
export function settledLines(reader: Reader, groupId: Id) {
	return standingMatches(reader, groupId)
		.where('slipMatch.fileId', 'is not', null)
		.select(['slipMatch.fileId', 'slipMatch.fileLine'])
		.$narrowType<{ fileId: NotNull; fileLine: NotNull }>();
}

/** A line as our own database keeps it. */
export function lineOf({ groupId: _groupId, ...row }: SettlementLineTable): OpenLine {
	return {
		...row,
		fileId: id(row.fileId),
		bank: bankOf(row.bank),
		amount: rupiah(row.amount),
		fee: rupiah(row.fee),
		day: day(row.day)
	};
}

/** The columns of a slip by which it is known and spoken of. */
export const slipColumns = ['slip.sourceId', 'slip.line', 'slip.saleId', 'slip.bank', 'slip.tid', 'slip.number', 'slip.amount'] as const; // prettier-ignore

interface SlipRow {
	readonly sourceId: string;
	readonly line: number;
	readonly saleId: string | null;
	readonly bank: string | null;
	readonly tid: string | null;
	readonly number: string;
	readonly amount: number;
	readonly day: string;
}

/** A slip as our own database keeps it; `amount` is what should come in, below zero for what should go back. */
export function slipOf(
	{ sourceId, line, saleId, bank, tid, number, amount, day: on }: SlipRow,
	isBack: boolean
): OpenSlip {
	return {
		sourceId: id(sourceId),
		line,
		saleId: saleId === null ? null : id(saleId),
		bank: bank === null ? null : bankOf(bank),
		tid,
		number,
		amount: rupiah(amount),
		day: day(on),
		isBack
	};
}

/** A bank as our own database keeps it. */
export function bankOf(text: string): Bank {
	return present(parseBank(text), `the bank ${text}`);
}
