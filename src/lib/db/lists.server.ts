/** Lists as statements take them: of few distinct lengths, so that few statements are ever compiled and prepared. */

/** The most ids in one query. */
const listMax = 128;

/** `ids` without repetitions, in lists of a power of two; the last id of a list is repeated to make it up. */
export function listsOf<Item extends string>(ids: Iterable<Item>): Item[][] {
	const wanted = [...new Set(ids)];
	const lists: Item[][] = [];
	for (let from = 0; from < wanted.length; from += listMax) lists.push(madeUp(wanted.slice(from, from + listMax)));
	return lists;
}

/** `items` in parts whose lengths are powers of two, the largest first: a statement for each length is prepared once. */
export function powersOf<Item>(items: readonly Item[], max = listMax): (readonly Item[])[] {
	const parts: (readonly Item[])[] = [];
	for (let from = 0; from < items.length;) {
		const length = Math.min(2 ** Math.floor(Math.log2(items.length - from)), max);
		parts.push(items.slice(from, from + length));
		from += length;
	}
	return parts;
}

function madeUp<Item>(items: readonly Item[]): Item[] {
	const length = 2 ** Math.ceil(Math.log2(items.length));
	return [...items, ...items.slice(-1).flatMap((last) => Array.from({ length: length - items.length }, () => last))];
}
