/** What a treasurer is shown of the bank's card machine: what to look into, and what only has to be waited for. */
import { type Day, daysBetween } from '#lib/kernel/day.ts';
import { negated, type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { type Matching, matchSlips, type OpenLine, type OpenSlip } from './settlement-match.ts';

/** For which days a bank has told of its swipes. */
export interface FileSpan {
	readonly bank: string;
	readonly firstDay: Day;
	readonly lastDay: Day;
}

/** What agrees and has not been booked yet (`same`: sales that arrived after the file), and what a person looks into. */
export interface SettlementLists extends Pick<Matching, 'same' | 'differs'> {
	/** *EDC tanpa penjualan.* */
	readonly withoutSale: readonly OpenLine[];
	/** *Penjualan tanpa EDC*: the bank has told of that day, and not of this slip. */
	readonly withoutEdc: readonly OpenSlip[];
	/** *Sudah dibayar bank, lalu dibatalkan*: the bank, or the group, still has to give the money back. */
	readonly toReverse: readonly OpenSlip[];
	/** The bank has not told of that day yet. */
	readonly waiting: readonly OpenSlip[];
}

export function settlementLists(
	lines: readonly OpenLine[],
	slips: readonly OpenSlip[],
	files: readonly FileSpan[]
): SettlementLists {
	const { same, differs, linesAlone, slipsAlone } = matchSlips(lines, slips);
	const [toReverse, others] = parted(slipsAlone, ({ isBack }) => isBack);
	const open = withoutUndone(others);
	const isTold = ({ bank, day }: OpenSlip) =>
		files.some((file) => (bank ?? file.bank) === file.bank && file.firstDay <= day && day <= file.lastDay);
	return {
		same,
		differs,
		withoutSale: withoutReversed(linesAlone),
		withoutEdc: open.filter(isTold),
		toReverse,
		waiting: open.filter((slip) => !isTold(slip))
	};
}

function parted<Item>(items: readonly Item[], is: (item: Item) => boolean): [Item[], Item[]] {
	return [items.filter(is), items.filter((item) => !is(item))];
}

/** Without swipes that were taken back at the machine before the bank told of either: what went in went out again. */
function withoutUndone(slips: readonly OpenSlip[]): OpenSlip[] {
	return withoutPairs(slips, (swipe, back) => swipe.saleId === back.saleId && swipe.tid === back.tid);
}

/** Without swipes of which the bank itself says that it took them back. */
function withoutReversed(lines: readonly OpenLine[]): OpenLine[] {
	return withoutPairs(lines, (swipe, back) => swipe.bank === back.bank && swipe.tid === back.tid && shareNumber(swipe, back)); // prettier-ignore
}

function shareNumber(one: OpenLine, other: OpenLine): boolean {
	return (['trace', 'approval', 'rrn'] as const).some((key) => one[key] !== null && one[key] === other[key]);
}

/** Without each amount below zero and the first of the same size above it that `belongs` to it. */
function withoutPairs<Item extends { readonly amount: Rupiah }>(
	items: readonly Item[],
	belongs: (swipe: Item, back: Item) => boolean
): Item[] {
	const gone = new Set<Item>();
	for (const back of items.filter(({ amount }) => amount < 0)) {
		const swipe = items.find((item) => item.amount === negated(back.amount) && !gone.has(item) && belongs(item, back));
		if (swipe !== undefined) gone.add(swipe).add(back);
	}
	return items.filter((item) => !gone.has(item));
}

/** How old open slips are; the last group is everything older. */
export const slipAges = [1, 3, 7] as const;

/** Sums of open slips by their age: up to one day, up to three, up to seven, older. */
export function sumSlipAges(slips: readonly OpenSlip[], today: Day): readonly Rupiah[] {
	const sums = [...slipAges, Infinity].map(() => 0);
	for (const { amount, day } of slips) {
		const age = daysBetween(day, today);
		const at = slipAges.findIndex((days) => age <= days);
		const group = at < 0 ? slipAges.length : at;
		sums[group] = (sums[group] ?? 0) + amount;
	}
	return sums.map(rupiah);
}
