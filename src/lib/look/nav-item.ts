/** A place that a menu or a row of tabs leads to. */
import type { IconName } from './icons.ts';

export interface NavItem {
	readonly href: string;
	readonly label: string;
	readonly icon?: IconName | undefined;
	/** How many things wait there; none shows nothing. */
	readonly count?: number | undefined;
}

/** The item that `path` is at: the longest address that `path` equals or lies under; the first of `items` only exactly. */
export function currentOf(items: readonly NavItem[], path: string): NavItem | undefined {
	const [home] = items;
	return items
		.filter((item) => item.href === path || (item !== home && path.startsWith(`${item.href}/`)))
		.reduce<NavItem | undefined>(
			(best, item) => (best && best.href.length >= item.href.length ? best : item),
			undefined
		);
}
