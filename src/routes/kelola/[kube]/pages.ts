/** Cutting a list that is already here into pages by a parameter of the address, `halaman` where it holds one list. */

/** A page of a list, with the addresses before and after it. */
export interface ListPage<Item> {
	readonly items: readonly Item[];
	readonly previous: string | null;
	readonly next: string | null;
	/** Which part of how many, such as `51–100 / 312`; undefined when it is all of them. */
	readonly place: string | undefined;
}

/** The page of `list` that `url` asks for by `parameter`, `size` items long. */
export function pageOf<Item>(list: readonly Item[], url: URL, size: number, parameter = 'halaman'): ListPage<Item> {
	const pages = Math.max(1, Math.ceil(list.length / size));
	const asked = Number(url.searchParams.get(parameter) ?? '1');
	const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
	const from = (page - 1) * size;
	const items = list.slice(from, from + size);
	return {
		items,
		previous: page > 1 ? addressOf(url, parameter, page - 1) : null,
		next: page < pages ? addressOf(url, parameter, page + 1) : null,
		place: pages > 1 ? `${from + 1}–${from + items.length} / ${list.length}` : undefined
	};
}

function addressOf(url: URL, parameter: string, page: number): string {
	const parameters = new URLSearchParams(url.searchParams);
	parameters.set(parameter, String(page));
	return `${url.pathname}?${parameters.toString()}`;
}
