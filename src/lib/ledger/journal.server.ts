/** The journal as it is read: by day, newest first, each entry with its legs. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { accountOf } from './chart.ts';
import type { Leg } from './entry.ts';

export interface JournalEntry {
	readonly id: Id;
	readonly seq: number;
	readonly sourceType: string;
	readonly sourceId: Id;
	readonly day: Day;
	/** The day it happened, when that is another than the one it counts for. */
	readonly happenedDay: Day;
	readonly memo: string;
	readonly reversesId: Id | null;
	readonly actorId: Id | null;
	readonly recordedAt: Instant;
	readonly legs: readonly Leg[];
}

/** Where a page ended: the next one begins after it. */
export interface JournalPlace {
	readonly day: Day;
	readonly seq: number;
	readonly id: Id;
}

export interface JournalPage {
	readonly rows: readonly JournalEntry[];
	readonly next: JournalPlace | null;
}

export interface JournalAsked {
	readonly from?: Day;
	readonly to?: Day;
	readonly after?: JournalPlace | null;
	readonly limit?: number;
}

const pageMax = 100;

const columns = ['id', 'seq', 'sourceType', 'sourceId', 'day', 'happenedDay', 'memo', 'reversesId', 'actorId', 'recordedAt'] as const; // prettier-ignore

/** A page of the journal, the latest day first and within a day the latest recorded first. */
export async function journalOf(reader: Reader, groupId: Id, asked: JournalAsked = {}): Promise<JournalPage> {
	const limit = Math.min(asked.limit ?? 50, pageMax);
	const { from, to, after } = asked;
	let query = reader.selectFrom('journalEntry').select(columns).where('groupId', '=', groupId);
	if (from !== undefined) query = query.where('day', '>=', from);
	if (to !== undefined) query = query.where('day', '<=', to);
	if (after)
		query = query
			.where('day', '<=', after.day)
			.where((row) => row(row.refTuple('day', 'seq', 'id'), '<', row.tuple(after.day, after.seq, after.id)));
	const found = await query.orderBy('day', 'desc').orderBy('seq', 'desc').orderBy('id', 'desc').limit(limit + 1).execute(); // prettier-ignore
	const rows = await withLegs(reader, groupId, found.slice(0, limit));
	const last = rows.at(-1);
	return { rows, next: found.length > limit && last ? { day: last.day, seq: last.seq, id: last.id } : null };
}

/** Throws NotFound. */
export async function entryById(reader: Reader, groupId: Id, entryId: Id): Promise<JournalEntry> {
	return one(reader, groupId, await reader.selectFrom('journalEntry').select(columns).where('groupId', '=', groupId).where('id', '=', entryId).execute()); // prettier-ignore
}

/** The entry that an event posted. Throws NotFound. */
export async function entryOfEvent(
	reader: Reader,
	groupId: Id,
	sourceType: string,
	sourceId: Id
): Promise<JournalEntry> {
	const rows = await reader
		.selectFrom('journalEntry')
		.select(columns)
		.where('groupId', '=', groupId)
		.where('sourceType', '=', sourceType)
		.where('sourceId', '=', sourceId)
		.execute();
	return one(reader, groupId, rows);
}

type Row = Readonly<
	Record<'id' | 'sourceType' | 'sourceId' | 'day' | 'happenedDay' | 'memo' | 'recordedAt', string>
> & {
	readonly seq: number;
	readonly reversesId: string | null;
	readonly actorId: string | null;
};

async function one(reader: Reader, groupId: Id, rows: readonly Row[]): Promise<JournalEntry> {
	const [entry] = await withLegs(reader, groupId, rows);
	if (entry === undefined) throw new NotFound('entry');
	return entry;
}

async function withLegs(reader: Reader, groupId: Id, rows: readonly Row[]): Promise<JournalEntry[]> {
	if (rows.length === 0) return [];
	const legRows = await reader
		.selectFrom('journalLeg')
		.select(['entryId', 'account', 'amount', 'partyId'])
		.where('groupId', '=', groupId)
		.where(
			'entryId',
			'in',
			rows.map((row) => row.id)
		) // prettier-ignore
		.orderBy('entryId')
		.orderBy('line')
		.execute();
	const legs = Map.groupBy(legRows, (leg) => leg.entryId);
	return rows.map((row) => ({
		id: id(row.id),
		seq: row.seq,
		sourceType: row.sourceType,
		sourceId: id(row.sourceId),
		day: day(row.day),
		happenedDay: day(row.happenedDay),
		memo: row.memo,
		reversesId: row.reversesId === null ? null : id(row.reversesId),
		actorId: row.actorId === null ? null : id(row.actorId),
		recordedAt: instant(row.recordedAt),
		legs: (legs.get(row.id) ?? []).map((leg) => ({
			account: accountOf(leg.account),
			amount: rupiah(leg.amount),
			partyId: leg.partyId === null ? null : id(leg.partyId)
		}))
	}));
}
