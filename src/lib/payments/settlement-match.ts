/**
 * Which slip of the till and which line of the bank are the same swipe. Decided by what they say alone: the order in which
 * they come never matters, and each is used at most once.
 */
import { type Day, daysBetween } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { Bank } from './card-slip.ts';

/** A slip that nothing of the bank belongs to yet. */
export interface OpenSlip {
	readonly sourceId: Id;
	readonly line: number;
	readonly saleId: Id | null;
	/** Null where the till did not say which machine. */
	readonly bank: Bank | null;
	readonly tid: string | null;
	/** Trace or approval number, as the cashier typed it. */
	readonly number: string;
	/** What should come in; below zero for money given back. */
	readonly amount: Rupiah;
	readonly day: Day;
	/** Not the swipe itself, but what should go back of it: the bank had paid it when its sale was taken back. */
	readonly isBack: boolean;
}

/** A line of a bank's file that no slip belongs to yet. */
export interface OpenLine {
	readonly fileId: Id;
	readonly line: number;
	readonly bank: Bank;
	readonly tid: string;
	readonly trace: string | null;
	readonly approval: string | null;
	readonly rrn: string | null;
	readonly amount: Rupiah;
	readonly fee: Rupiah;
	readonly day: Day;
	/** `HH:MM`, where the bank says so. */
	readonly atTime: string | null;
}

export interface Pair {
	readonly slip: OpenSlip;
	readonly line: OpenLine;
}

export interface Matching {
	readonly same: readonly Pair[];
	/** The same machine and number, and another amount: for a person to decide. */
	readonly differs: readonly Pair[];
	readonly linesAlone: readonly OpenLine[];
	readonly slipsAlone: readonly OpenSlip[];
}

/** A bank's day may begin at another hour than the group's. */
const daysApartMax = 1;
/** So many days after a sale was taken back the bank may still give the money back by itself. */
const backDaysMax = 90;

export function matchSlips(lines: readonly OpenLine[], slips: readonly OpenSlip[]): Matching {
	const candidates = candidatesIn(sortedBy(lines, lineKey), sortedBy(slips, slipKey));
	const taken = new Set<object>();
	const same = takeEach(candidates.filter(({ slip, line }) => slip.amount === line.amount), taken); // prettier-ignore
	const differs = takeEach(candidates.filter(({ slip, line }) => slip.amount > 0 === line.amount > 0), taken); // prettier-ignore
	return {
		same,
		differs,
		linesAlone: lines.filter((line) => !taken.has(line)),
		slipsAlone: slips.filter((slip) => !taken.has(slip))
	};
}

interface Candidate extends Pair {
	/** How far from certain: smaller comes first. */
	readonly doubt: number;
}

/** Pairs that may be one swipe, the surest first; among equals by what lines and slips say. */
function candidatesIn(lines: readonly OpenLine[], slips: readonly OpenSlip[]): Candidate[] {
	const byNumber = Map.groupBy(slips, ({ number }) => number);
	const found = lines.flatMap((line) => {
		const numbers = numbersOf(line);
		return [...new Set(numbers)].flatMap((number) =>
			(byNumber.get(number) ?? []).flatMap((slip): Candidate[] =>
				fits(slip, line) ? [{ slip, line, doubt: doubtOf(slip, line, numbers.indexOf(number)) }] : []
			)
		);
	});
	return found.sort((one, other) => one.doubt - other.doubt);
}

/** Any of the numbers on a slip may be the one that was typed: the trace, the approval, or the end of the reference. */
function numbersOf({ trace, approval, rrn }: OpenLine): readonly string[] {
	return [trace, approval, rrn?.slice(-6) ?? null].flatMap((number) => number ?? []);
}

function fits(slip: OpenSlip, line: OpenLine): boolean {
	const isMachine = (slip.bank ?? line.bank) === line.bank && (slip.tid ?? line.tid) === line.tid;
	const after = daysBetween(slip.day, line.day);
	return isMachine && -daysApartMax <= after && after <= (slip.isBack ? backDaysMax : daysApartMax);
}

/** First those of the same day, then those whose machine is known, then by which number was typed. */
function doubtOf(slip: OpenSlip, line: OpenLine, numberAt: number): number {
	const isOtherDay = slip.day === line.day ? 0 : 1;
	const isMachineUnknown = slip.tid === null ? 1 : 0;
	return isOtherDay * 8 + isMachineUnknown * 4 + numberAt;
}

function takeEach(candidates: readonly Candidate[], taken: Set<object>): Pair[] {
	const pairs: Pair[] = [];
	for (const { slip, line } of candidates) {
		if (taken.has(slip) || taken.has(line)) continue;
		taken.add(slip).add(line);
		pairs.push({ slip, line });
	}
	return pairs;
}

/** By everything that tells one from another, their ids last. */
function lineKey({ day, bank, tid, trace, approval, rrn, amount, fileId, line }: OpenLine): string {
	return [day, bank, tid, trace ?? '', approval ?? '', rrn ?? '', amount, fileId, line].join(' ');
}

function slipKey({ day, bank, tid, number, amount, sourceId, line, isBack }: OpenSlip): string {
	return [day, bank ?? '', tid ?? '', number, amount, sourceId, line, isBack].join(' ');
}

function sortedBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
	return items
		.map((item) => ({ item, key: key(item) }))
		.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
		.map(({ item }) => item);
}
