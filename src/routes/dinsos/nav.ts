/** Where a person may go on the platform's pages. */
import { type Grant, mayAnywhere, type Permission } from '#lib/identity/permissions.ts';
import type { NavItem } from '#lib/look/nav-item.ts';
import { m } from '#texts/messages.js';

/** The places that these roles open, the most used first. */
export function navOf(grants: readonly Grant[]): NavItem[] {
	const all: (NavItem & { permission: Permission; ofPlatform?: true })[] = [
		{ href: '/dinsos', label: m.common_home(), icon: 'home', permission: 'office.read' },
		{ href: '/dinsos/kube', label: m.platform_groups(), icon: 'store', permission: 'office.read' },
		{ href: '/dinsos/omzet', label: m.platform_omzet(), icon: 'chart', permission: 'region.read' },
		{ href: '/dinsos/bantuan', label: m.aid_title(), icon: 'shield', permission: 'aid.rules' },
		{ href: '/dinsos/orang', label: m.platform_people(), icon: 'people', permission: 'people.search' },
		{ href: '/dinsos/kantor', label: m.platform_offices(), icon: 'office', permission: 'office.read' },
		{ href: '/dinsos/instansi', label: m.platform_agencies(), icon: 'truck', permission: 'agency.read' },
		{ href: '/dinsos/catatan', label: m.platform_audit(), icon: 'list', permission: 'audit.read', ofPlatform: true }
	];
	return all
		.filter((item) =>
			mayAnywhere(grants, item.permission).some((grant) => !item.ofPlatform || grant.scope === 'platform')
		)
		.map(({ href, label, icon }) => ({ href, label, icon }));
}
