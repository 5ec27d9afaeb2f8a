/** The starter list: what a new group picks its goods from, with pictures, units and a price to begin with. */
import type { KindKey } from '#lib/groups/kinds.ts';
import { craftGoods } from './starter-crafts.ts';
import { freshGoods } from './starter-fresh.ts';
import type { StarterGood } from './starter-good.ts';
import { pantryGoods } from './starter-pantry.ts';

export const starterGoods: readonly StarterGood[] = [...freshGoods, ...pantryGoods, ...craftGoods];

const byKey = new Map(starterGoods.map((good) => [good.key, good]));

/** The good of that key, or null. */
export function starterOf(key: string): StarterGood | null {
	return byKey.get(key) ?? null;
}

/** All goods of the list, those that the group's kinds of business sell before the others. */
export function starterFor(kinds: readonly KindKey[]): { usual: StarterGood[]; others: StarterGood[] } {
	const isUsual = (good: StarterGood): boolean => good.kinds.some((kind) => kinds.includes(kind));
	return { usual: starterGoods.filter(isUsual), others: starterGoods.filter((good) => !isUsual(good)) };
}
