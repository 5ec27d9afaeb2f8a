/** Which food aid may buy: a dated list of food groups, kept by Dinsos and confirmed by a second person (R18, R19). */
import type { FoodGroup } from '#lib/catalog/product.ts';
export { isNamedBundle } from '#lib/catalog/bundle.ts';
import type { Dated } from './regime.ts';

export interface FoodListEntry {
	readonly foodGroup: FoodGroup;
	/** Only fresh food of the group, nothing processed (domain A9). */
	readonly isFreshOnly: boolean;
}

export interface FoodList extends Dated {
	readonly entries: readonly FoodListEntry[];
}

/** What of goods decides whether aid may buy them. */
export interface ListedGoods {
	readonly foodGroup: FoodGroup | null;
	readonly isFresh: boolean;
	/** Several goods sold as one (*paket*): never paid by aid, under no regime (R20). */
	readonly isBundle: boolean;
}

/** Why aid may not buy something. */
export const whyNots = ['bundle', 'no-food', 'not-listed', 'not-fresh', 'no-list', 'unknown-goods'] as const;
export type WhyNot = (typeof whyNots)[number];

/** Why aid may not buy `goods` by `list`; null when it may. Without a list it may buy nothing: it is a list of what is allowed. */
export function whyNot(list: FoodList | null, goods: ListedGoods | null): WhyNot | null {
	if (goods === null) return 'unknown-goods';
	if (goods.isBundle) return 'bundle';
	if (list === null) return 'no-list';
	if (goods.foodGroup === null) return 'no-food';
	const entry = list.entries.find(({ foodGroup }) => foodGroup === goods.foodGroup);
	if (entry === undefined) return 'not-listed';
	return entry.isFreshOnly && !goods.isFresh ? 'not-fresh' : null;
}
