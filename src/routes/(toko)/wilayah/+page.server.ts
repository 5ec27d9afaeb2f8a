/** The provinces in which there are groups; further down, what lies in them. */
import { regionsWithGroups } from '#lib/groups/places.server.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader } = requirePublic(event);
	return { places: await regionsWithGroups(reader, null) };
};
