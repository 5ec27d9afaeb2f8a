/** What of slips and lines is settled by a match that nobody took back. */
import type { NotNull } from 'kysely';
import type { SettlementLineTable } from '#lib/db/aid-tables.ts';
import type { Reader } from '#lib/db/open.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { type Bank, parseBank } from './card-slip.ts';
import type { OpenLine } from './settlement-match.ts';

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

/** A bank as our own database keeps it. */
export function bankOf(text: string): Bank {
	return present(parseBank(text), `the bank ${text}`);
}
