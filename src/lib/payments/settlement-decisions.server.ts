/** What people decided about swipes, the latest first, those taken back too. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import type { Bank } from './card-slip.ts';
import { bankOf } from './settlement-settled.server.ts';

export interface Decision {
	readonly id: Id;
	readonly seq: number;
	/** A word of `MatchKind`. */
	readonly kind: string;
	/** A word of `settlement-ways.ts`, or `by-hand` where a person paired what agrees. */
	readonly way: string;
	readonly reason: string;
	readonly by: Id | null;
	readonly at: Instant;
	/** Of the slip or the line; null where a return told neither. */
	readonly number: string | null;
	readonly bank: Bank | null;
	readonly tid: string | null;
	readonly day: Day | null;
	/** By the bank where it told, by the till otherwise. */
	readonly amount: Rupiah | null;
	readonly saleId: Id | null;
	/** Null for one that stands. */
	readonly undone: { readonly by: Id | null; readonly at: Instant; readonly why: string } | null;
}

export interface DecisionsPage {
	readonly decisions: readonly Decision[];
	/** What to ask for with `before`, or null at the end. */
	readonly next: number | null;
}

/** A page of decisions; one Work decides once, so that pages break between numbers of works. */
export async function decisionsMade(
	reader: Reader,
	groupId: Id,
	{ limit, before = Number.MAX_SAFE_INTEGER }: { readonly limit: number; readonly before?: number }
): Promise<DecisionsPage> {
	const rows = await decisionRows(reader, groupId)
		.where('match.seq', '<', before)
		.orderBy('match.seq', 'desc')
		.orderBy('match.id')
		.limit(limit + 1)
		.execute();
	const decisions = rows.slice(0, limit).map(decisionOf);
	return { decisions, next: rows.length > limit ? (decisions.at(-1)?.seq ?? null) : null };
}

/** Throws NotFound. */
export async function decisionById(reader: Reader, groupId: Id, matchId: Id): Promise<Decision> {
	const row = await decisionRows(reader, groupId).where('match.id', '=', matchId).executeTakeFirst();
	if (row === undefined) throw new NotFound('decision');
	return decisionOf(row);
}

function decisionRows(reader: Reader, groupId: Id) {
	return reader
		.selectFrom('slipMatch as match')
		.leftJoin('settlementLine as line', (join) =>
			join
				.onRef('line.groupId', '=', 'match.groupId')
				.onRef('line.fileId', '=', 'match.fileId')
				.onRef('line.line', '=', 'match.fileLine')
		)
		.leftJoin('cardSlip as slip', (join) =>
			join
				.onRef('slip.groupId', '=', 'match.groupId')
				.onRef('slip.sourceId', '=', 'match.sourceId')
				.onRef('slip.line', '=', 'match.slipLine')
		)
		.select(['match.id', 'match.seq', 'match.kind', 'match.way', 'match.reason', 'match.personId', 'match.at'])
		.select(['match.isBack', 'match.undoneAt', 'match.undoneBy', 'match.undoneWhy'])
		.select(['line.bank', 'line.tid', 'line.trace', 'line.approval', 'line.rrn', 'line.amount', 'line.day'])
		.select(['slip.bank as slipBank', 'slip.tid as slipTid', 'slip.number', 'slip.amount as slipAmount'])
		.select(['slip.day as slipDay', 'slip.kind as slipKind', 'slip.saleId'])
		.where('match.groupId', '=', groupId)
		.where('match.way', 'is not', null);
}

type DecisionRow = Awaited<ReturnType<ReturnType<typeof decisionRows>['execute']>>[number];

function decisionOf(row: DecisionRow): Decision {
	const { bank, tid, day: on, amount } = swipeOf(row);
	return {
		id: id(row.id),
		seq: row.seq,
		kind: row.kind,
		way: row.way ?? '',
		reason: row.reason,
		by: row.personId === null ? null : id(row.personId),
		at: instant(row.at),
		number: row.number ?? row.trace ?? row.approval ?? row.rrn,
		bank: bank === null ? null : bankOf(bank),
		tid,
		day: on === null ? null : day(on),
		amount: amount === null ? null : rupiah(amount),
		saleId: row.saleId === null ? null : id(row.saleId),
		undone: undoneOf(row)
	};
}

/** As the bank tells, or else as the till does. */
function swipeOf({ bank, tid, day: on, amount, ...row }: DecisionRow) {
	const isOut = row.isBack !== null || row.slipKind === 'refund';
	const told = row.slipAmount === null ? null : isOut ? -row.slipAmount : row.slipAmount;
	return { bank: bank ?? row.slipBank, tid: tid ?? row.slipTid, day: on ?? row.slipDay, amount: amount ?? told };
}

function undoneOf({ undoneAt, undoneBy, undoneWhy }: DecisionRow): Decision['undone'] {
	if (undoneAt === null) return null;
	return { at: instant(undoneAt), by: undoneBy === null ? null : id(undoneBy), why: undoneWhy ?? '' };
}
