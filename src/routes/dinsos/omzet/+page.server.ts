/** Omzet and untung of a region over a stretch of days: by time, by channel, and by region below or by group. */
import type { Database } from '#lib/db/open.server.ts';
import { wideRead } from '#lib/db/read-pool.server.ts';
import type { Grant } from '#lib/identity/permissions.ts';
import { dayOf } from '#lib/kernel/day.ts';
import type { RegionSpan } from '#lib/oversight/region-groups.server.ts';
import { levelOf, parentOf } from '#lib/regions/place.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { reportOr503 } from '#lib/web/found.server.ts';
import { pageAsked, pageSize } from '../page-asked.ts';
import { regionAsked, regionNamed, regionsOf, serves } from '../reach.server.ts';
import { periodOf } from './period.ts';
import type { PageServerLoad } from './$types';

const villageLevel = 4;

export const load: PageServerLoad = async (event) => {
	const { db, reader, grants } = requireAnywhere(event, 'region.read');
	const parameters = event.url.searchParams;
	const region = await regionAsked(reader, event.url, grants);
	const today = dayOf(db.clock(), region.zone);
	const period = periodOf(parameters, today);
	const span = { regionCode: region.code, from: period.from, to: period.to };
	const hasBelow = region.code === '' || levelOf(region.code) < villageLevel;
	const by = hasBelow && parameters.get('menurut') !== 'kube' ? ('region' as const) : ('group' as const);
	const page = pageAsked(parameters);
	const [{ steps, channels }, rows] = await reportOr503(
		Promise.all([
			wideRead(db, 'regionOmzet', { ...span, step: period.step }),
			by === 'region' ? partsOf(db, span) : groupsOf(db, span, page)
		])
	);
	const above = aboveWithin(region.code, grants);
	return {
		region,
		above: above === null ? null : await regionNamed(reader, above),
		regions: await Promise.all(regionsOf(grants).map((code) => regionNamed(reader, code))),
		today,
		period,
		isChosen: parameters.has('dari') || parameters.has('sampai'),
		hasBelow,
		by,
		page,
		pages: Math.ceil(rows.whole.expected / pageSize),
		steps,
		channels,
		...rows
	};
};

async function partsOf(db: Database, span: RegionSpan) {
	return { ...(await wideRead(db, 'regionParts', span)), groups: [] };
}

async function groupsOf(db: Database, span: RegionSpan, page: number) {
	const asked = { ...span, skip: (page - 1) * pageSize, limit: pageSize };
	return { ...(await wideRead(db, 'regionGroups', asked)), parts: [] };
}

/** The region just above, when these roles serve it too. */
function aboveWithin(code: string, grants: readonly Grant[]): string | null {
	const above = code === '' ? null : (parentOf(code) ?? '');
	return above !== null && serves(grants, above) ? above : null;
}
