/** What a person should look at: opened by the system, closed by someone with a word about it, never deleted. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { type Facts, NotFound } from '#lib/kernel/refusal.ts';
import { type Doubt, doubtKind, type DoubtKind } from './doubts.ts';

const subjectTypes = ['sale', 'event', 'till'] as const;
type SubjectType = (typeof subjectTypes)[number];

export interface Subject {
	readonly type: SubjectType;
	readonly id: Id;
}

/** Opens an exception for each doubt, in one statement. */
export async function openExceptions(
	work: Work,
	doubts: readonly { readonly subject: Subject; readonly doubt: Doubt }[]
): Promise<void> {
	const { groupId, seq, now } = work;
	await work.insert(
		'exception',
		doubts.map(({ subject, doubt }) => ({
			groupId,
			id: work.newId(),
			seq,
			kind: doubt.kind,
			subjectType: subject.type,
			subjectId: subject.id,
			facts: JSON.stringify(doubt.facts),
			at: now,
			resolvedAt: null,
			resolvedBy: null,
			resolution: null
		}))
	);
}

/** Closes an exception with what was found out. Throws NotFound. */
export async function resolveException(
	work: Work,
	{ id: exceptionId, resolution }: { readonly id: Id; readonly resolution: string }
): Promise<void> {
	const { numUpdatedRows } = await work.trx
		.updateTable('exception')
		.set({ resolvedAt: work.now, resolvedBy: work.actor.personId, resolution })
		.where('groupId', '=', work.groupId)
		.where('id', '=', exceptionId)
		.where('resolvedAt', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new NotFound('exception');
}

export interface Exception {
	readonly id: Id;
	readonly seq: number;
	readonly kind: DoubtKind;
	readonly subject: Subject;
	readonly facts: Facts;
	readonly at: Instant;
	readonly resolvedAt: Instant | null;
	readonly resolution: string | null;
}

/** Exceptions of a group, the latest first; only open ones when asked. */
export async function exceptionsOf(
	reader: Reader,
	groupId: Id,
	{ openOnly = true, limit = 100 }: { readonly openOnly?: boolean; readonly limit?: number } = {}
): Promise<Exception[]> {
	let query = reader.selectFrom('exception').selectAll().where('groupId', '=', groupId);
	if (openOnly) query = query.where('resolvedAt', 'is', null);
	const rows = await query.orderBy('seq', 'desc').orderBy('id', 'desc').limit(limit).execute();
	return rows.map((row) => ({
		id: id(row.id),
		seq: row.seq,
		kind: doubtKind(row.kind),
		subject: { type: subjectTypes.find((type) => type === row.subjectType) ?? 'sale', id: id(row.subjectId) },
		facts: JSON.parse(row.facts) as Facts,
		at: instant(row.at),
		resolvedAt: row.resolvedAt === null ? null : instant(row.resolvedAt),
		resolution: row.resolution
	}));
}
