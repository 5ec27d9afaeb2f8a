/** The region that a proposal is for: the office's own, or one in it that the address names or searches for. */
import { error } from '@sveltejs/kit';
import type { Reader } from '#lib/db/open.server.ts';
import { isRegionCode, isWithin } from '#lib/regions/place.ts';
import { regionPaths, searchRegions } from '#lib/regions/queries.server.ts';
import { m } from '#texts/messages.js';
import { regionNamed } from '../reach.server.ts';
import type { OwnOffice } from './own-office.server.ts';

/** With `cari` in the address the regions to choose from, otherwise the chosen one. 404 for a region outside. */
export async function askedRegion(reader: Reader, url: URL, office: OwnOffice) {
	const query = url.searchParams.get('cari');
	if (query !== null) {
		const found = await searchRegions(reader, query, { within: office.region.code });
		const codes = found.map((region) => region.code);
		const paths = await regionPaths(reader, codes);
		return { region: null, query, regions: codes.map((code) => ({ code, text: paths.get(code)?.text ?? code })) };
	}
	const code = url.searchParams.get('wilayah') ?? office.region.code;
	if ((code !== '' && !isRegionCode(code)) || !isWithin(code, office.region.code)) error(404, m.web_not_found());
	const { text } = await regionNamed(reader, code);
	return { region: { code, text }, query: '', regions: [] };
}
