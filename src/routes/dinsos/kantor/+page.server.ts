/** The offices within the region of one's own. */
import { offices } from '#lib/identity/offices.server.ts';
import { mayAnywhere } from '#lib/identity/permissions.ts';
import { regionPaths } from '#lib/regions/queries.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { m } from '#texts/messages.js';
import { serves } from '../reach.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, grants } = requireAnywhere(event, 'office.read');
	const own = (await offices(reader)).filter((office) => serves(grants, office.regionCode));
	const paths = await regionPaths(
		reader,
		own.map((office) => office.regionCode).filter((code) => code !== '')
	);
	return {
		offices: own.map(({ id, name, regionCode }) => ({
			id,
			name,
			place: paths.get(regionCode)?.text ?? m.platform_whole_country()
		})),
		mayFound: mayAnywhere(event.locals.grants, 'office.found').length > 0
	};
};
