/** The agencies of the region, which buy from groups. */
import { agencies } from '#lib/identity/offices.server.ts';
import { mayAnywhere } from '#lib/identity/permissions.ts';
import { regionPaths } from '#lib/regions/queries.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { serves } from '../reach.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, grants } = requireAnywhere(event, 'agency.read');
	const own = (await agencies(reader)).filter((agency) => serves(grants, agency.regionCode));
	const codes = own.map((agency) => agency.regionCode);
	const paths = await regionPaths(reader, codes);
	return {
		agencies: own.map(({ id, name, regionCode }) => ({ id, name, place: paths.get(regionCode)?.text ?? regionCode })),
		mayFound: mayAnywhere(event.locals.grants, 'agency.found').length > 0
	};
};
