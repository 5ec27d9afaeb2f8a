/** Settling by hand what till and bank do not agree about: one person decides, with a reason; the right accounts are booked. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Leg } from '#lib/ledger/entry.ts';
import type { Day } from '#lib/kernel/day.ts';
import { bookMatch, keepMatches, type MatchKind } from './settlement-book.server.ts';
import type { OpenLine, OpenSlip } from './settlement-match.ts';
import { openLines, openSlips } from './settlement-open.server.ts';
import {
	agreedLegs, backLegs, type BackWay, lineLegs, type LineWay, OtherDirection, pairLegs, type PairWay, slipLegs, type SlipWay, SwipeSettled
} from './settlement-ways.ts'; // prettier-ignore

/** A line of a bank's file. */
export interface LineKey {
	readonly fileId: Id;
	readonly line: number;
}

/** A slip of the till. */
export interface SlipKey {
	readonly sourceId: Id;
	readonly line: number;
	/** Not the slip itself, but what should go back of it. */
	readonly isBack?: boolean;
}

/** Settles a line to which no slip belongs. Throws SwipeSettled. */
export async function resolveLine(
	work: Work,
	{ key, way, reason }: { readonly key: LineKey; readonly way: LineWay; readonly reason: string }
): Promise<void> {
	const line = await openLine(work, key);
	await keep(work, { kind: 'no-sale', line, slip: null, way, reason, day: line.day, memo: line.bank, legs: lineLegs(line, way) }); // prettier-ignore
}

/** Settles a slip to which no line belongs. Throws SwipeSettled. */
export async function resolveSlip(
	work: Work,
	{ key, way, reason }: { readonly key: SlipKey; readonly way: SlipWay; readonly reason: string }
): Promise<void> {
	const slip = await openSlip(work, key);
	const { day, bank } = slip;
	await keep(work, { kind: 'no-edc', line: null, slip, way, reason, day, memo: bank ?? '', legs: slipLegs(slip.amount, way) }); // prettier-ignore
}

/** Settles what should go back of a slip, where no line of the bank takes it back. Throws SwipeSettled. */
export async function resolveBack(
	work: Work,
	{ key, way, reason }: { readonly key: Omit<SlipKey, 'isBack'>; readonly way: BackWay; readonly reason: string }
): Promise<void> {
	const slip = await openSlip(work, { ...key, isBack: true });
	const { day, bank } = slip;
	await keep(work, { kind: 'no-reversal', line: null, slip, way, reason, day, memo: bank ?? '', legs: backLegs(slip.amount, way) }); // prettier-ignore
}

interface Paired {
	readonly line: LineKey;
	readonly slip: SlipKey;
	/** What is right where the amounts differ; without meaning where they do not. */
	readonly way: PairWay;
	readonly reason: string;
}

/** Says that a line and a slip are one swipe, whatever their numbers say. Throws SwipeSettled, OtherDirection. */
export async function resolvePair(work: Work, asked: Paired): Promise<void> {
	const line = await openLine(work, asked.line);
	const slip = await openSlip(work, asked.slip);
	if (line.amount > 0 !== slip.amount > 0) throw new OtherDirection();
	const { way, reason } = asked;
	const rest = { line, slip, reason, day: line.day, memo: line.bank };
	if (line.amount === slip.amount)
		await keep(work, { ...rest, kind: 'same', way: 'by-hand', legs: agreedLegs([line]) });
	else await keep(work, { ...rest, kind: 'amount-differs', way, legs: pairLegs(line, slip.amount, way) });
}

interface Decision {
	readonly kind: MatchKind;
	readonly line: OpenLine | null;
	readonly slip: OpenSlip | null;
	readonly way: string;
	readonly reason: string;
	readonly day: Day;
	readonly memo: string;
	readonly legs: Leg[];
}

async function keep(work: Work, { kind, line, slip, way, reason, day, memo, legs }: Decision): Promise<void> {
	const [matchId] = await keepMatches(work, [{ kind, line, slip, decided: { way, reason } }]);
	const source = present(matchId, 'the id of a match');
	await bookMatch(work, { source, day, memo, legs });
	const facts = { kind, way, amount: line?.amount ?? slip?.amount ?? 0 };
	await recordAudit(work, { action: 'settlement.resolved', subjectType: 'slip-match', subjectId: source, facts });
}

async function openLine({ reader, groupId }: Work, { fileId, line }: LineKey): Promise<OpenLine> {
	const found = (await openLines(reader, groupId)).find((one) => one.fileId === fileId && one.line === line);
	if (found === undefined) throw new SwipeSettled();
	return found;
}

async function openSlip({ reader, groupId }: Work, { sourceId, line, isBack = false }: SlipKey): Promise<OpenSlip> {
	const open = await openSlips(reader, groupId);
	const found = open.find((one) => one.sourceId === sourceId && one.line === line && one.isBack === isBack);
	if (found === undefined) throw new SwipeSettled();
	return found;
}
