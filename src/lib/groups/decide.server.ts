/** What a meeting or an office decided: numbered, with its minutes, kept for good. */
import { nextNumber } from '#lib/db/counter.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Day, dayOf, type Zone } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Facts, Refusal } from '#lib/kernel/refusal.ts';
import type { DecisionKind } from './decision.ts';
import { groupOf } from './queries.server.ts';

export interface Minutes {
	/** The day of the meeting. */
	readonly decidedOn: Day;
	/** What was said and decided, in the group's own words. */
	readonly minutes: string;
	/** The signed paper, scanned. */
	readonly fileId?: Id | null;
}

/** A decision dated after today. */
export class DecidedLater extends Refusal {
	readonly code = 'groups.decided-later';
	readonly decidedOn: Day;

	constructor(decidedOn: Day) {
		super(`${decidedOn} has not come yet.`);
		this.decidedOn = decidedOn;
	}
}

/** Records a decision of the group; `effect` says what it changed. Throws DecidedLater. */
export async function recordDecision(work: Work, kind: DecisionKind, minutes: Minutes, effect: Facts): Promise<Id> {
	const { zone } = await groupOf(work.reader, work.groupId);
	return recordFirst(work, zone, kind, minutes, effect);
}

/** The same where the zone is known and the group may not be written yet. */
export async function recordFirst(
	work: Work,
	zone: Zone,
	kind: DecisionKind,
	minutes: Minutes,
	effect: Facts
): Promise<Id> {
	const { decidedOn, minutes: text, fileId = null } = minutes;
	if (decidedOn > dayOf(work.now, zone)) throw new DecidedLater(decidedOn);
	const decisionId = work.newId();
	await work.insert('decision', [
		{
			groupId: work.groupId,
			id: decisionId,
			seq: work.seq,
			number: await nextNumber(work, 'decision'),
			kind,
			decidedOn,
			minutes: text,
			effect: JSON.stringify(effect),
			fileId,
			recordedBy: work.actor.personId,
			recordedAt: work.now
		}
	]);
	return decisionId;
}
