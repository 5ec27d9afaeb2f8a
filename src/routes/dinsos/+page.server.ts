/** Dinsos at a glance: how the groups of the region do, how many stand where, which are new, and which have gone quiet. */
import { wideRead } from '#lib/db/read-pool.server.ts';
import { mayAnywhere } from '#lib/identity/permissions.ts';
import { dayOf, firstDayOf, monthOf } from '#lib/kernel/day.ts';
import { failedJobs } from '#lib/jobs/queries.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { reportOr503 } from '#lib/web/found.server.ts';
import { regionAsked, regionNamed, regionsOf, serves } from './reach.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, reader, grants } = requireAnywhere(event, 'office.read');
	const all = event.locals.grants;
	const region = await regionAsked(reader, event.url, grants);
	const today = dayOf(db.clock(), region.zone);
	const maySeeSales = serves(mayAnywhere(all, 'region.read'), region.code);
	const span = { regionCode: region.code, from: firstDayOf(monthOf(today)), to: today };
	const [{ quiet, ...glance }, month] = await reportOr503(
		Promise.all([
			wideRead(db, 'regionGlance', { regionCode: region.code, today }),
			maySeeSales ? wideRead(db, 'regionParts', span) : null
		])
	);
	return {
		...glance,
		region,
		regions: await Promise.all(regionsOf(grants).map((code) => regionNamed(reader, code))),
		today,
		month: month?.whole ?? null,
		quiet: maySeeSales ? quiet : null,
		jobsFailed: mayAnywhere(all, 'jobs.read').length > 0 ? (await failedJobs(reader)).length : 0,
		mayFound: mayAnywhere(all, 'group.found').length > 0,
		mayRegister: mayAnywhere(all, 'people.search').length > 0
	};
};
