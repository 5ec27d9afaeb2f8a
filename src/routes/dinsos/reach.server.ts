/** How far the offices of a person reach, for the pages that Dinsos and the administrator use. */
import { error } from '@sveltejs/kit';
import type { Reader } from '#lib/db/open.server.ts';
import { type Grant, type Place, reaches } from '#lib/identity/permissions.ts';
import type { Zone } from '#lib/kernel/day.ts';
import { isRegionCode, isWithin } from '#lib/regions/place.ts';
import { regionPath } from '#lib/regions/queries.server.ts';
import { foundOr404 } from '#lib/web/found.server.ts';
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

/** A region as pages speak of it. */
export interface NamedRegion {
	/** '' is the whole country. */
	readonly code: string;
	/** "Kota Palu". */
	readonly name: string;
	/** "Kota Palu, Sulawesi Tengah". */
	readonly text: string;
	/** Whose day a report of it is made on. */
	readonly zone: Zone;
}

/** The region that the address names by `wilayah`, or the first that these roles serve; 404 for any that they do not. */
export async function regionAsked(reader: Reader, url: URL, grants: readonly Grant[]): Promise<NamedRegion> {
	const code = url.searchParams.get('wilayah') ?? regionsOf(grants)[0] ?? '';
	if ((code !== '' && !isRegionCode(code)) || !serves(grants, code)) error(404, m.web_not_found());
	return regionNamed(reader, code);
}

/** A region by its code; 404 when there is none. The whole country keeps the day of its capital. */
export async function regionNamed(reader: Reader, code: string): Promise<NamedRegion> {
	const country = m.platform_whole_country();
	if (code === '') return { code, name: country, text: country, zone: 'Asia/Jakarta' };
	const { names, text, zone } = await foundOr404(regionPath(reader, code));
	return { code, name: names[0] ?? text, text, zone };
}
