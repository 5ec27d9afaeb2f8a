/** Taking an entry back: one more entry, never a change. */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { accountOf } from './chart.ts';
import { type Entry, type Leg, reversed, tidy } from './entry.ts';
import { postEntry } from './post.server.ts';

/** An entry is taken back once. */
export class AlreadyReversed extends Refusal {
	readonly code = 'ledger.already-reversed';
	readonly entryId: Id;

	constructor(entryId: Id) {
		super(`Entry ${entryId} was taken back before.`);
		this.entryId = entryId;
	}
}

export interface Reversal {
	readonly source: Entry['source'];
	readonly day: Day;
	readonly memo: string;
	/** Legs beside the mirrored ones, such as a difference in cost; they sum to zero with each other. */
	readonly also?: readonly Leg[];
}

const legsOfEntry = prepared((db, p: { groupId: string; entryId: string }) =>
	db
		.selectFrom('journalLeg')
		.select(['account', 'amount', 'partyId'])
		.where('groupId', '=', p.groupId)
		.where('entryId', '=', p.entryId)
		.orderBy('line')
);

const bySource = prepared((db, p: { groupId: string; sourceType: string; sourceId: string }) =>
	db
		.selectFrom('journalEntry')
		.select('id')
		.where('groupId', '=', p.groupId)
		.where('sourceType', '=', p.sourceType)
		.where('sourceId', '=', p.sourceId)
);

const byReversed = prepared((db, p: { groupId: string; entryId: string }) =>
	db.selectFrom('journalEntry').select('id').where('groupId', '=', p.groupId).where('reversesId', '=', p.entryId)
);

/** The entry that an event posted, or null when it posted none. */
export async function entryOfSource(work: Work, source: Entry['source']): Promise<Id | null> {
	const [row] = await work.run(bySource, { groupId: work.groupId, sourceType: source.type, sourceId: source.id });
	return row === undefined ? null : id(row.id);
}

/** What was posted to take an entry back. */
export interface Reversed {
	/** The day it counts for. */
	readonly day: Day;
	readonly legs: readonly Leg[];
}

/** Posts the mirror of an entry. Throws NotFound, AlreadyReversed. */
export async function reverseEntry(
	work: Work,
	entryId: Id,
	{ source, day, memo, also = [] }: Reversal
): Promise<Reversed> {
	const { groupId } = work;
	const rows = await work.run(legsOfEntry, { groupId, entryId });
	if (rows.length === 0) throw new NotFound('entry');
	const before = await work.run(byReversed, { groupId, entryId });
	if (before.length > 0) throw new AlreadyReversed(entryId);
	const legs = rows.map((row): Leg => ({
		account: accountOf(row.account),
		amount: rupiah(row.amount),
		partyId: row.partyId === null ? null : id(row.partyId)
	})); // prettier-ignore
	const mirror = tidy([...reversed(legs), ...also]);
	const posted = await postEntry(work, { source, day, memo, legs: mirror, reversesId: entryId });
	return { day: posted.day, legs: mirror };
}
