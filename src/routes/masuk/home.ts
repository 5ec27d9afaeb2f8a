/** Where a person begins: at the counter, in their group's office, with Dinsos, or with their own account. */
import type { Zone } from '#lib/kernel/day.ts';
import { zoneOf } from '#lib/regions/zone.ts';
import { type Grant, mayAnywhere } from '#lib/identity/permissions.ts';

/** The address of the place where someone with these roles works most. */
export function homeOf(grants: readonly Grant[]): string {
	if (mayAnywhere(grants, 'office.read').length > 0) return '/dinsos';
	const roles = new Set(grants.map((grant) => grant.role));
	if (roles.size === 0) return '/akun';
	const isOnlyCashier = roles.has('cashier') && [...roles].every((role) => role === 'cashier' || role === 'member');
	return isOnlyCashier ? '/kasir' : '/kelola';
}

/** The zone in which someone with these roles lives; WIB for those whose roles are nowhere in particular. */
export function zoneOfPerson(grants: readonly Grant[]): Zone {
	const place = grants.find((grant) => grant.regionCode !== '');
	return place === undefined ? 'Asia/Jakarta' : zoneOf(place.regionCode);
}
