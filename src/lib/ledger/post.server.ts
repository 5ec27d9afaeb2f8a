/** The only way into the journal. */
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { checkEntry, type Entry, type Leg } from './entry.ts';
import { firstOpenDay } from './period.ts';
import { closedThrough } from './periods.server.ts';
import { addToSums } from './sums.server.ts';

/** An entry as it stands in the journal. */
export interface Posted {
	readonly id: Id;
	/** The day it counts for. */
	readonly day: Day;
}

/** Posts `entry` to the group's journal. Throws Unbalanced. */
export async function postEntry(work: Work, entry: Entry): Promise<Posted> {
	const [posted] = await postEntries(work, [entry]);
	return present(posted, 'a posted entry');
}

/**
 * Posts `entries` in their order and gives what became of each. Four statements for up to a few dozen entries: the
 * closings read, entries and legs inserted, sums moved once for each account and day. Throws Unbalanced.
 */
export async function postEntries(work: Work, entries: readonly Entry[]): Promise<Posted[]> {
	if (entries.length === 0) return [];
	entries.forEach(checkEntry);
	const closed = await closedThrough(work);
	const posted = entries.map((entry) => ({ id: work.newId(), day: firstOpenDay(entry.day, closed) }));
	await work.insert('journalEntry', entries.map((entry, index) => entryRow(work, entry, at(posted, index)))); // prettier-ignore
	await work.insert('journalLeg', entries.flatMap((entry, index) => legRows(work.groupId, at(posted, index).id, entry.legs))); // prettier-ignore
	await addToSums(work, entries.map((entry, index) => ({ day: at(posted, index).day, legs: entry.legs }))); // prettier-ignore
	return posted;
}

function at(posted: readonly Posted[], index: number): Posted {
	return present(posted[index], 'a posted entry');
}

function entryRow({ groupId, seq, now, actor }: Work, entry: Entry, { id, day }: Posted) {
	return {
		groupId,
		id,
		seq,
		sourceType: entry.source.type,
		sourceId: entry.source.id,
		happenedDay: entry.day,
		day,
		memo: entry.memo,
		reversesId: entry.reversesId ?? null,
		actorId: actor.personId,
		recordedAt: now
	};
}

function legRows(groupId: Id, entryId: Id, legs: readonly Leg[]) {
	return legs.map(({ account, amount, partyId = null }, line) => ({
		groupId,
		entryId,
		line,
		account,
		amount,
		partyId
	}));
}
