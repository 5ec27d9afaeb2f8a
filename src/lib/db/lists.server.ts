/** Lists of ids as queries take them: few distinct lengths, so that few forms of a query are ever compiled. */

/** The most ids in one query. */
const listMax = 128;

/** `ids` without repetitions, in lists of a power of two; the last id of a list is repeated to make it up. */
export function listsOf<Item extends string>(ids: Iterable<Item>): Item[][] {
	const wanted = [...new Set(ids)];
	const lists: Item[][] = [];
	for (let from = 0; from < wanted.length; from += listMax) lists.push(madeUp(wanted.slice(from, from + listMax)));
	return lists;
}

function madeUp<Item>(items: readonly Item[]): Item[] {
	const length = 2 ** Math.ceil(Math.log2(items.length));
	return [...items, ...items.slice(-1).flatMap((last) => Array.from({ length: length - items.length }, () => last))];
}
