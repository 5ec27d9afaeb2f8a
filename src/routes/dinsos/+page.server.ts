/** Dinsos at a glance: how many groups stand where. */
import { countGroups } from '#lib/groups/browse.server.ts';
import { groupStatuses } from '#lib/groups/status.ts';
import { mayAnywhere } from '#lib/identity/permissions.ts';
import { failedJobs } from '#lib/jobs/queries.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { regionsOf } from './reach.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, grants } = requireAnywhere(event, 'office.read');
	const regions = regionsOf(grants);
	const count = async (only: Omit<Parameters<typeof countGroups>[1], 'regionCode'>): Promise<number> => {
		const counts = await Promise.all(
			regions.map((code) => countGroups(reader, { ...only, regionCode: code === '' ? undefined : code }))
		);
		return counts.reduce((sum, part) => sum + part, 0);
	};
	const all = event.locals.grants;
	return {
		groups: await count({}),
		shops: await count({ isShop: true }),
		statuses: await Promise.all(groupStatuses.map(async (status) => ({ status, groups: await count({ status }) }))),
		jobsFailed: mayAnywhere(all, 'jobs.read').length > 0 ? (await failedJobs(reader)).length : 0,
		mayFound: mayAnywhere(all, 'group.found').length > 0,
		mayRegister: mayAnywhere(all, 'people.search').length > 0
	};
};
