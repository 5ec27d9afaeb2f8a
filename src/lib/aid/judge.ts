/** What of a basket aid may pay: the same on the till before the sale and on the server after it. */
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { type FoodList, type ListedGoods, type WhyNot, whyNot } from './food-list.ts';

export interface JudgedGoods {
	/** Null for goods that nobody knows. */
	readonly goods: ListedGoods | null;
	/** What the line costs after all discounts. */
	readonly due: Rupiah;
}

export interface Judgement {
	/** Line by line why aid may not pay it, null where it may. */
	readonly lines: readonly (WhyNot | null)[];
	/** What all lines that aid may pay cost together. */
	readonly eligible: Rupiah;
}

export function judge(list: FoodList | null, lines: readonly JudgedGoods[]): Judgement {
	const answers = lines.map(({ goods }) => whyNot(list, goods));
	const eligible = total(lines.flatMap(({ due }, at) => (answers[at] === null ? [due] : [])));
	return { lines: answers, eligible };
}

/**
 * What aid may still pay of a sale when `paid` of it was paid by aid already: it goes first, on what it may buy, and never
 * beyond what is left to pay. The rest is for other tenders; nothing of it comes back as change.
 */
export function aidMost({ eligible }: Judgement, paid: Rupiah, left: Rupiah): Rupiah {
	return rupiah(Math.max(0, Math.min(eligible - paid, left)));
}
