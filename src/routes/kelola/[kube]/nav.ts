/** Where a person may go in a group's back office, the most used first, and where else from there. */
import type { Group } from '#lib/groups/group.ts';
import { type Grant, mayAnywhere, type Permission } from '#lib/identity/permissions.ts';
import type { NavItem } from '#lib/look/nav-item.ts';
import { m } from '#texts/messages.js';

type Can = (permission: Permission) => boolean;

/** The places of the office that `can` opens; `toCheck` is how many sales wait for a person to look at them. */
export function navOf(base: string, can: Can, toCheck: number): NavItem[] {
	const all: (NavItem & { permission: Permission })[] = [
		{ href: base, label: m.common_home(), icon: 'home', permission: 'group.read' },
		{ href: `${base}/penjualan`, label: m.office_sales(), icon: 'receipt', count: toCheck, permission: 'sale.read' },
		{ href: `${base}/barang`, label: m.office_goods(), icon: 'tag', permission: 'catalog.read' },
		{ href: `${base}/stok`, label: m.office_stock(), icon: 'box', permission: 'stock.read' },
		{ href: `${base}/kasbon`, label: m.credit_title(), icon: 'wallet', permission: 'credit.read' },
		{ href: `${base}/edc`, label: m.edc_title(), icon: 'cash', permission: 'settlement.import' },
		{ href: `${base}/pembukuan`, label: m.office_books(), icon: 'book', permission: 'books.read' },
		{ href: `${base}/anggota`, label: m.office_members(), icon: 'people', permission: 'members.read' },
		{ href: `${base}/kelompok`, label: m.office_group(), icon: 'settings', permission: 'group.read' }
	];
	return all.filter((item) => can(item.permission)).map(({ permission: _permission, ...item }) => item);
}

/** Ways out of the office: the till, the group's own shop, other groups. */
export function placesOf(group: Group, can: Can, grants: readonly Grant[]): NavItem[] {
	const places: NavItem[] = [];
	if (can('sale.record')) places.push({ href: `/kasir/${group.slug}`, label: m.office_to_till(), icon: 'cart' });
	if (group.status === 'active')
		places.push({ href: `/warung/${group.slug}`, label: m.office_to_shop(), icon: 'store' });
	if (hasOtherGroups(grants, group)) places.push({ href: '/kelola', label: m.office_other_groups(), icon: 'people' });
	return [...places, { href: '/akun', label: m.office_account(), icon: 'person' }];
}

function hasOtherGroups(grants: readonly Grant[], group: Group): boolean {
	return mayAnywhere(grants, 'group.read').some((grant) => grant.scope !== 'group' || grant.scopeId !== group.groupId);
}
