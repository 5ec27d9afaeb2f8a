/** The first page: warung to go to, what is sold, and the places where Kube are. */
import { groupsIn } from '#lib/groups/browse.server.ts';
import { firstChoiceOfPlaces } from '#lib/groups/places.server.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

const warungMax = 9;
const otherMax = 6;

export const load: PageServerLoad = async (event) => {
	const { db, reader } = requirePublic(event);
	const [warung, others, places] = await Promise.all([
		groupsIn(reader, { isShop: true, status: 'active', limit: warungMax }),
		groupsIn(reader, { isShop: false, status: 'active', limit: otherMax }),
		firstChoiceOfPlaces(reader)
	]);
	return { now: db.clock(), warung: warung.groups, others: others.groups, places };
};
