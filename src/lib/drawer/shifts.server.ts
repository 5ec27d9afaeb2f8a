/** Shifts as works ask for them: one to close, those that were open at some moment, those that are closed. */
import { listsOf } from '#lib/db/lists.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { ShiftClosed, ShiftUnknown } from './refusals.ts';

export interface OpenShift {
	readonly id: Id;
	readonly number: number;
	readonly float: Rupiah;
}

const one = prepared((db, p: { groupId: string; shiftId: string }) =>
	db
		.selectFrom('shift')
		.leftJoin('shiftClosing', (join) =>
			join.onRef('shiftClosing.groupId', '=', 'shift.groupId').onRef('shiftClosing.shiftId', '=', 'shift.id')
		)
		.select(['shift.number', 'shift.float', 'shiftClosing.id as closingId'])
		.where('shift.groupId', '=', p.groupId)
		.where('shift.id', '=', p.shiftId)
);

/** A shift that is not closed yet. Throws ShiftUnknown, ShiftClosed. */
export async function shiftToClose(work: Work, shiftId: Id): Promise<OpenShift> {
	const [row] = await work.run(one, { groupId: work.groupId, shiftId });
	if (row === undefined) throw new ShiftUnknown(shiftId);
	if (row.closingId !== null) throw new ShiftClosed(shiftId);
	return { id: shiftId, number: row.number, float: rupiah(row.float) };
}

const during = prepared((db, p: { groupId: string; from: string; to: string }) =>
	db
		.selectFrom('shift')
		.leftJoin('shiftClosing', (join) =>
			join.onRef('shiftClosing.groupId', '=', 'shift.groupId').onRef('shiftClosing.shiftId', '=', 'shift.id')
		)
		.select(['shift.id', 'shift.happenedAt as from', 'shiftClosing.happenedAt as to'])
		.where('shift.groupId', '=', p.groupId)
		.where('shift.happenedAt', '<=', p.to)
		.where((row) => row.or([row('shiftClosing.happenedAt', 'is', null), row('shiftClosing.happenedAt', '>', p.from)]))
		.orderBy('shift.number', 'desc')
);

/** Tells the shift that was open at a moment of `moments`; the latest, should there be several; null when none was. */
export async function openShifts(work: Work, moments: readonly Instant[]): Promise<(at: Instant) => Id | null> {
	const [first, last] = [moments.reduce(earlier), moments.reduce(later)];
	const spans = await work.run(during, { groupId: work.groupId, from: first, to: last });
	return (at) => {
		const span = spans.find(({ from, to }) => from <= at && (to === null || at < to));
		return span === undefined ? null : id(span.id);
	};
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

const closings = prepared((db, p: { groupId: string; shifts: readonly string[] }) =>
	db.selectFrom('shiftClosing').select('shiftId').where('groupId', '=', p.groupId).where('shiftId', 'in', p.shifts)
);

/** Which of some shifts are closed. */
export async function closedShifts(work: Work, shiftIds: readonly Id[]): Promise<ReadonlySet<string | null>> {
	const closed = new Set<string | null>();
	for (const part of listsOf(shiftIds))
		for (const row of await work.run(closings, { groupId: work.groupId, shifts: part })) closed.add(row.shiftId);
	return closed;
}
