/** The platform's own audit: people, roles, offices. */
import { PLATFORM } from '#lib/db/tenant.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { zoneOfPerson } from '../../masuk/home.ts';
import { requireReach } from '../reach.server.ts';
import { trailPage } from '#lib/web/trail-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, grants } = requireAnywhere(event, 'audit.read');
	requireReach(grants, { scope: 'platform' });
	return { trail: await trailPage(reader, PLATFORM.id, event.url, zoneOfPerson(event.locals.grants)) };
};
