/** What was done to what is sensitive in this group, and by whom. */
import { requireGroup } from '#lib/web/access.server.ts';
import { trailPage } from '#lib/web/trail-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, group, groupId } = await requireGroup(event, 'audit.read');
	return { trail: await trailPage(reader, groupId, event.url, group.zone) };
};
