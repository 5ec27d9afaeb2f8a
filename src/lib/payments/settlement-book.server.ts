/** Keeping that a slip and a line are the same swipe, and moving the money: out of what is on its way, into the bank. */
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Leg } from '#lib/ledger/entry.ts';
import { postEntries } from '#lib/ledger/post.server.ts';
import { matchSlips, type OpenLine, type OpenSlip } from './settlement-match.ts';
import { openLines, openSlips } from './settlement-open.server.ts';
import { agreedLegs } from './settlement-ways.ts';

export type MatchKind = 'same' | 'amount-differs' | 'no-sale' | 'no-edc' | 'no-reversal';

interface NewMatch {
	readonly kind: MatchKind;
	readonly line: Pick<OpenLine, 'fileId' | 'line'> | null;
	readonly slip: Pick<OpenSlip, 'sourceId' | 'line' | 'isBack'> | null;
	/** How a person decided, and why; null where both agree by themselves. */
	readonly decided: { readonly way: string; readonly reason: string } | null;
}

/** Keeps matches and gives their ids. Each slip and each line has one at most: the database refuses a second. */
export async function keepMatches(work: Work, matches: readonly NewMatch[]): Promise<Id[]> {
	const { groupId, seq, now, actor } = work;
	const ids = matches.map(() => work.newId());
	const rows = matches.map(({ kind, line, slip, decided }, at) => ({
		groupId,
		id: present(ids[at], 'the id of a match'),
		seq,
		fileId: line?.fileId ?? null,
		fileLine: line?.line ?? null,
		sourceId: slip?.sourceId ?? null,
		slipLine: slip?.line ?? null,
		isBack: slip?.isBack === true ? 1 : null,
		kind,
		way: decided?.way ?? null,
		reason: decided?.reason ?? '',
		personId: decided === null ? null : actor.personId,
		at: now,
		undoneAt: null,
		undoneBy: null,
		undoneWhy: null
	}));
	await work.insert('slipMatch', rows);
	return ids;
}

/** Books what the match `source` moved; nothing where it moved nothing. */
export async function bookMatch(
	work: Work,
	{ source, day, memo, legs }: { readonly source: Id; readonly day: Day; readonly memo: string; readonly legs: Leg[] }
): Promise<void> {
	if (legs.length > 0) await postEntries(work, [{ source: { type: 'card-settled', id: source }, day, memo, legs }]);
}

/** Matches all that is open and agrees, with one entry for each file and day. Gives how many. */
export async function matchOpen(work: Work): Promise<number> {
	const { reader, groupId } = work;
	const { same } = matchSlips(await openLines(reader, groupId), await openSlips(reader, groupId));
	if (same.length === 0) return 0;
	const ids = await keepMatches(work, same.map((pair) => ({ kind: 'same', ...pair, decided: null }))); // prettier-ignore
	const booked = same.map((pair, at) => ({ ...pair, source: present(ids[at], 'the id of a match') }));
	const together = [...Map.groupBy(booked, ({ line }) => `${line.day} ${line.fileId}`).values()];
	const entries = together.flatMap((pairs) => {
		const [first] = pairs;
		const legs = agreedLegs(pairs.map(({ line }) => line));
		if (first === undefined || legs.length === 0) return [];
		const source = { type: 'card-settled', id: first.source } as const;
		return [{ source, day: first.line.day, memo: first.line.bank, legs }];
	});
	await postEntries(work, entries);
	return same.length;
}
