/** Closing months and opening them again; each is a row of its own, so that the log is the state. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { assert } from '#lib/kernel/assert.ts';
import { dayOf, type Month, parseMonth } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { checkClosing, checkReopening, monthBefore } from './period.ts';
import { zoneOf } from './zone.server.ts';

interface Turn {
	readonly month: Month;
	/** Why, in the words of whoever did it. */
	readonly reason: string;
}

const latest = prepared((db, p: { groupId: string }) =>
	db
		.selectFrom('monthClosing')
		.select(['month', 'state'])
		.where('groupId', '=', p.groupId)
		.orderBy('seq', 'desc')
		.limit(1)
);

/** The last closed month of the work's group, or null when none is. */
export async function closedThrough(work: Work): Promise<Month | null> {
	const [row] = await work.run(latest, { groupId: work.groupId });
	return row === undefined ? null : lastClosed(row);
}

/** The last closed month, or null when none is. */
export async function closedThroughOf(reader: Reader, groupId: Id): Promise<Month | null> {
	const row = await reader
		.selectFrom('monthClosing')
		.select(['month', 'state'])
		.where('groupId', '=', groupId)
		.orderBy('seq', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row === undefined ? null : lastClosed(row);
}

function lastClosed(row: { readonly month: string; readonly state: string }): Month {
	const month = parseMonth(row.month);
	assert(month !== null, `${row.month} is not a month`);
	return row.state === 'closed' ? month : monthBefore(month);
}

/** Closes `month` and all before it. Throws MonthNotOver, MonthAlreadyClosed. */
export async function closeMonth(work: Work, { month, reason }: Turn): Promise<void> {
	checkClosing(month, await closedThrough(work), dayOf(work.now, await zoneOf(work)));
	await record(work, month, 'closed', reason);
}

/** Opens `month` and all after it again. Throws MonthNotClosed. */
export async function reopenMonth(work: Work, { month, reason }: Turn): Promise<void> {
	checkReopening(month, await closedThrough(work));
	await record(work, month, 'reopened', reason);
}

async function record(work: Work, month: Month, state: 'closed' | 'reopened', reason: string): Promise<void> {
	const { groupId, seq, now, actor } = work;
	await work.insert('monthClosing', [
		{ groupId, id: work.newId(), month, state, reason, seq, actorId: actor.personId, at: now }
	]);
	await recordAudit(work, { action: `books.${state}`, subjectType: 'group', subjectId: groupId, facts: { month } });
}

export interface Closing extends Turn {
	readonly state: 'closed' | 'reopened';
	readonly at: Instant;
	readonly actorId: Id | null;
}

/** Every closing and reopening of a group, the latest first. */
export async function closingsOf(reader: Reader, groupId: Id): Promise<Closing[]> {
	const rows = await reader
		.selectFrom('monthClosing')
		.select(['month', 'state', 'reason', 'at', 'actorId'])
		.where('groupId', '=', groupId)
		.orderBy('seq', 'desc')
		.execute();
	return rows.map((row): Closing => ({
		month: row.month as Month,
		state: row.state === 'closed' ? 'closed' : 'reopened',
		reason: row.reason,
		at: row.at as Instant,
		actorId: row.actorId as Id | null
	}));
}
