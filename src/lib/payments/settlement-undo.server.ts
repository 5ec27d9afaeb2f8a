/** Taking back what a person decided about a swipe: the entry is reversed, and slip and line are open again. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { dayOf } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { entryOfSource, reverseEntry } from '#lib/ledger/reverse.server.ts';
import { zoneOf } from '#lib/ledger/zone.server.ts';
import { standingMatches } from './settlement-settled.server.ts';
import { DecidedLater, DecisionUndone } from './settlement-ways.ts';

/** Takes the decision `matchId` back, as of today. Throws DecisionUndone, DecidedLater. */
export async function undoDecision(
	work: Work,
	{ matchId, reason }: { readonly matchId: Id; readonly reason: string }
): Promise<void> {
	const { trx, groupId, now, actor } = work;
	const decision = await standingMatches(work.reader, groupId)
		.select(['slipMatch.sourceId', 'slipMatch.slipLine', 'slipMatch.isBack', 'slipMatch.kind'])
		.where('slipMatch.id', '=', matchId)
		.where('slipMatch.way', 'is not', null)
		.executeTakeFirst();
	if (decision === undefined) throw new DecisionUndone();
	if (await isRestedOn(work, decision)) throw new DecidedLater();
	await trx
		.updateTable('slipMatch')
		.set({ undoneAt: now, undoneBy: actor.personId, undoneWhy: reason })
		.where('groupId', '=', groupId)
		.where('id', '=', matchId)
		.execute();
	const entryId = await entryOfSource(work, { type: 'card-settled', id: matchId });
	const source = { type: 'reversal', id: matchId } as const;
	if (entryId !== null) await reverseEntry(work, entryId, { source, day: dayOf(now, await zoneOf(work)), memo: '' });
	const facts = { kind: decision.kind };
	await recordAudit(work, { action: 'settlement.undone', subjectType: 'slip-match', subjectId: matchId, facts });
}

interface Decided {
	readonly sourceId: string | null;
	readonly slipLine: number | null;
	readonly isBack: number | null;
}

/** Whether what should go back of the same slip is settled: it should only because this decision stands. */
async function isRestedOn({ reader, groupId }: Work, { sourceId, slipLine, isBack }: Decided): Promise<boolean> {
	if (sourceId === null || isBack !== null) return false;
	const later = await standingMatches(reader, groupId)
		.select('slipMatch.id')
		.where('slipMatch.sourceId', '=', sourceId)
		.where('slipMatch.slipLine', '=', slipLine)
		.where('slipMatch.isBack', 'is not', null)
		.executeTakeFirst();
	return later !== undefined;
}
