/** What of the goods is shown: one shelf of them, or what a search finds. */
import { categories, type Category } from '#lib/catalog/product.ts';
import { queryWords } from '#lib/kernel/text.ts';
import type { Goods } from './goods.ts';

/** All goods, what is sold often here, or one category. */
export type Shelf = Category | 'all' | 'often';

/** In the order of a village shop's shelves, by name within each. */
export function inShelfOrder(goods: readonly Goods[]): Goods[] {
	const place = new Map(categories.map((category, index) => [category, index]));
	const rank = ({ category }: Goods): number => place.get(category) ?? categories.length;
	return [...goods].sort((a, b) => rank(a) - rank(b) || (a.searchText < b.searchText ? -1 : 1));
}

/** The shelves that have something on them, in order. */
export function shelvesOf(goods: readonly Goods[]): Category[] {
	const present = new Set(goods.map(({ category }) => category));
	return categories.filter((category) => present.has(category));
}

/**
 * What is shown; of the shelf `often` the goods are given. A search looks on all shelves: words by their beginnings, in the spelling people type; a barcode or the
 * group's own number finds its goods first.
 */
export function shown(goods: readonly Goods[], shelf: Shelf, query: string): readonly Goods[] {
	const words = queryWords(query);
	if (words.length === 0)
		return shelf === 'all' || shelf === 'often' ? goods : goods.filter(({ category }) => category === shelf);
	const typed = query.trim();
	const exact = goods.filter(({ number, barcode }) => barcode === typed || String(number) === typed);
	const beginnings = words.map((word) => ` ${word}`);
	const found = goods.filter(({ searchText }) => beginnings.every((word) => ` ${searchText}`.includes(word)));
	return exact.length === 0 ? byNearness(found, words) : [...exact, ...found.filter((one) => !exact.includes(one))];
}

/** Goods whose name begins with what was typed come before those that only hold it. */
function byNearness(found: readonly Goods[], [first = '']: readonly string[]): Goods[] {
	return [
		...found.filter((one) => one.searchText.startsWith(first)),
		...found.filter((one) => !one.searchText.startsWith(first))
	];
}
