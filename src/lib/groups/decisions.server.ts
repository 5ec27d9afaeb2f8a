/** The decisions of a group, newest first. */
import type { Reader } from '#lib/db/open.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';
import type { Facts } from '#lib/kernel/refusal.ts';
import { type Decision, decisionKinds } from './decision.ts';

export interface DecisionPage {
	readonly decisions: readonly Decision[];
	/** Give it as `before` for the next page; null on the last. */
	readonly next: number | null;
}

const pageDefault = 30;
const pageMax = 100;

export async function decisionsOf(
	reader: Reader,
	groupId: Id,
	{ before, limit = pageDefault }: { readonly before?: number | undefined; readonly limit?: number } = {}
): Promise<DecisionPage> {
	const size = Math.min(limit, pageMax);
	let rows = reader
		.selectFrom('decision')
		.leftJoin('person', 'person.id', 'decision.recordedBy')
		.select(['decision.id', 'number', 'kind', 'decidedOn', 'minutes', 'effect', 'fileId', 'recordedAt'])
		.select('person.name as recordedBy')
		.where('decision.groupId', '=', groupId);
	if (before !== undefined) rows = rows.where('number', '<', before);
	const found = await rows
		.orderBy('number', 'desc')
		.limit(size + 1)
		.execute();
	const decisions = found.slice(0, size).map((row) => ({
		...row,
		id: id(row.id),
		kind: present(
			decisionKinds.find((kind) => kind === row.kind),
			`decision ${row.kind}`
		),
		decidedOn: day(row.decidedOn),
		effect: JSON.parse(row.effect) as Facts,
		fileId: row.fileId === null ? null : id(row.fileId),
		recordedAt: instant(row.recordedAt)
	}));
	return { decisions, next: found.length > size ? (decisions.at(-1)?.number ?? null) : null };
}
