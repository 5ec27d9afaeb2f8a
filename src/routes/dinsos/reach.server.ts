/** How far the offices of a person reach, for the pages that Dinsos and the administrator use. */
import { error } from '@sveltejs/kit';
import { type Grant, type Place, reaches } from '#lib/identity/permissions.ts';
import { isWithin } from '#lib/regions/place.ts';
import { m } from '#texts/messages.js';

/** The regions that these roles serve, none within another; '' is the whole country. */
export function regionsOf(grants: readonly Grant[]): string[] {
	const codes = [...new Set(grants.map((grant) => grant.regionCode))];
	return codes.filter((code) => !codes.some((other) => other !== code && isWithin(code, other)));
}

/** What lies elsewhere reads as if it were not there. */
export function requireReach(grants: readonly Grant[], place: Place): void {
	if (!grants.some((grant) => reaches(grant, place))) error(404, m.web_not_found());
}

/** Whether a region is one that these roles serve. */
export function serves(grants: readonly Grant[], regionCode: string): boolean {
	return grants.some((grant) => isWithin(regionCode, grant.regionCode));
}
