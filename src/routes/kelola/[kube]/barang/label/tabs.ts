/** The kinds of labels, as tabs. */
import type { NavItem } from '#lib/look/nav-item.ts';
import { m } from '#texts/messages.js';

export function labelTabs(base: string): NavItem[] {
	return [
		{ href: `${base}/barang/label`, label: m.office_labels_price() },
		{ href: `${base}/barang/label/buatan`, label: m.office_labels_made() }
	];
}
