/** All active groups of a region that have sold nothing for weeks, page by page. */
import { wideRead } from '#lib/db/read-pool.server.ts';
import { dayOf } from '#lib/kernel/day.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { reportOr503 } from '#lib/web/found.server.ts';
import { pageAsked, pageSize } from '../page-asked.ts';
import { regionAsked } from '../reach.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, reader, grants } = requireAnywhere(event, 'region.read');
	const { searchParams } = event.url;
	const region = await regionAsked(reader, event.url, grants);
	const today = dayOf(db.clock(), region.zone);
	const page = pageAsked(searchParams);
	const asked = { regionCode: region.code, today, skip: (page - 1) * pageSize, limit: pageSize };
	const quiet = await reportOr503(wideRead(db, 'regionQuiet', asked));
	const address = (wanted: number): string => {
		const parameters = new URLSearchParams(searchParams);
		parameters.set('halaman', String(wanted));
		return `/dinsos/sepi?${parameters.toString()}`;
	};
	return {
		region,
		today,
		quiet,
		first: asked.skip + 1,
		previous: page > 1 ? address(page - 1) : null,
		next: asked.skip + pageSize < quiet.some ? address(page + 1) : null
	};
};
