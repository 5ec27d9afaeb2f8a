/** What a treasurer is shown of the bank's card machine: what to look into, and what only has to be waited for. */
import { type Day, daysBetween } from '#lib/kernel/day.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { matchSlips, type OpenLine, type OpenSlip, type Pair } from './settlement-match.ts';

/** For which days a bank has told of its swipes. */
export interface FileSpan {
	readonly bank: string;
	readonly firstDay: Day;
	readonly lastDay: Day;
}

export interface SettlementLists {
	/** What agrees and has not been booked yet: sales that arrived after the file. */
	readonly same: readonly Pair[];
	readonly differs: readonly Pair[];
	/** *EDC tanpa penjualan.* */
	readonly withoutSale: readonly OpenLine[];
	/** *Penjualan tanpa EDC*: the bank has told of that day, and not of this slip. */
	readonly withoutEdc: readonly OpenSlip[];
	/** The bank has not told of that day yet. */
	readonly waiting: readonly OpenSlip[];
}

export function settlementLists(
	lines: readonly OpenLine[],
	slips: readonly OpenSlip[],
	files: readonly FileSpan[]
): SettlementLists {
	const { same, differs, linesAlone, slipsAlone } = matchSlips(lines, slips);
	const open = withoutUndone(slipsAlone);
	const isTold = ({ bank, day }: OpenSlip) =>
		files.some((file) => (bank ?? file.bank) === file.bank && file.firstDay <= day && day <= file.lastDay);
	return {
		same,
		differs,
		withoutSale: linesAlone,
		withoutEdc: open.filter(isTold),
		waiting: open.filter((slip) => !isTold(slip))
	};
}

/** Without swipes that were taken back at the machine before the bank told of either: what went in went out again. */
function withoutUndone(slips: readonly OpenSlip[]): OpenSlip[] {
	const gone = new Set<OpenSlip>();
	for (const back of slips.filter(({ amount }) => amount < 0)) {
		const swipe = slips.find(
			(slip) => slip.amount === -back.amount && slip.saleId === back.saleId && !gone.has(slip) && slip.tid === back.tid
		);
		if (swipe !== undefined) gone.add(swipe).add(back);
	}
	return slips.filter((slip) => !gone.has(slip));
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
