/** One group's audit. */
import { requireGroup } from '#lib/web/access.server.ts';
import { trailPage } from '#lib/web/trail-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, group, groupId } = await requireGroup(event, 'audit.read');
	return { group: { groupId, name: group.name }, trail: await trailPage(reader, groupId, event.url, group.zone) };
};
