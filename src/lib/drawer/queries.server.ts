/** Shifts as they are read: the latest first, and one by its number. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { type NoteCount, readNotes } from './notes.ts';

/** How a shift was closed. */
export interface ShiftEnd {
	readonly at: Instant;
	readonly personId: Id | null;
	readonly counted: Rupiah;
	readonly notes: readonly NoteCount[] | null;
	/** What the till had reckoned. */
	readonly told: Rupiah;
	/** What was expected by all that was known when the closing came. */
	readonly expected: Rupiah;
	readonly note: string;
}

export interface Shift {
	readonly id: Id;
	readonly number: number;
	readonly openedAt: Instant;
	readonly day: Day;
	readonly personId: Id | null;
	readonly float: Rupiah;
	readonly notes: readonly NoteCount[] | null;
	/** Null while it is open. */
	readonly end: ShiftEnd | null;
}

export interface ShiftPage {
	readonly shifts: readonly Shift[];
	/** The number to ask for next; null on the last page. */
	readonly next: number | null;
}

const pageMax = 100;

/** Shifts with numbers below `before`, the latest first. */
export async function shiftsOf(
	reader: Reader,
	groupId: Id,
	{ before, limit = 30 }: { readonly before?: number | undefined; readonly limit?: number } = {}
): Promise<ShiftPage> {
	const size = Math.min(limit, pageMax);
	let query = shiftRows(reader, groupId);
	if (before !== undefined) query = query.where('shift.number', '<', before);
	const rows = await query
		.orderBy('shift.number', 'desc')
		.limit(size + 1)
		.execute();
	const shifts = rows.slice(0, size).map(shiftFrom);
	return { shifts, next: rows.length > size ? (shifts.at(-1)?.number ?? null) : null };
}

/** Throws NotFound. */
export async function shiftByNumber(reader: Reader, groupId: Id, number: number): Promise<Shift> {
	const row = await shiftRows(reader, groupId).where('shift.number', '=', number).executeTakeFirst();
	if (row === undefined) throw new NotFound('shift');
	return shiftFrom(row);
}

/** The number of a shift, to name it; null when there is none. */
export async function shiftNumber(reader: Reader, groupId: Id, shiftId: Id): Promise<number | null> {
	const row = await reader
		.selectFrom('shift')
		.select('number')
		.where('groupId', '=', groupId)
		.where('id', '=', shiftId)
		.executeTakeFirst();
	return row?.number ?? null;
}

function shiftRows(reader: Reader, groupId: Id) {
	return reader
		.selectFrom('shift')
		.leftJoin('shiftClosing as end', (join) =>
			join.onRef('end.groupId', '=', 'shift.groupId').onRef('end.shiftId', '=', 'shift.id')
		)
		.select([
			'shift.id',
			'shift.number',
			'shift.happenedAt',
			'shift.day',
			'shift.actorId',
			'shift.float',
			'shift.notes'
		])
		.select(['end.happenedAt as endAt', 'end.actorId as endBy', 'end.counted', 'end.notes as endNotes'])
		.select(['end.told', 'end.expected', 'end.note'])
		.where('shift.groupId', '=', groupId);
}

type Row = Awaited<ReturnType<ReturnType<typeof shiftRows>['execute']>>[number];

function shiftFrom(row: Row): Shift {
	return {
		id: id(row.id),
		number: row.number,
		openedAt: instant(row.happenedAt),
		day: day(row.day),
		personId: row.actorId === null ? null : id(row.actorId),
		float: rupiah(row.float),
		notes: readNotes(row.notes),
		end: endFrom(row)
	};
}

function endFrom({ endAt, endBy, counted, endNotes, told, expected, note }: Row): ShiftEnd | null {
	if (endAt === null || counted === null || told === null || expected === null) return null;
	return {
		at: instant(endAt),
		personId: endBy === null ? null : id(endBy),
		counted: rupiah(counted),
		notes: readNotes(endNotes),
		told: rupiah(told),
		expected: rupiah(expected),
		note: note ?? ''
	};
}
