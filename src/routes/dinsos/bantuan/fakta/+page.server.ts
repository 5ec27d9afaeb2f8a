/** Facts about cards and aid in the groups of the office's region, to be asked about (R70). */
import { wideRead } from '#lib/db/read-pool.server.ts';
import { groupOf } from '#lib/groups/queries.server.ts';
import { addDays, dayOf } from '#lib/kernel/day.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { reportOr503 } from '#lib/web/found.server.ts';
import { regionAsked } from '../../reach.server.ts';
import type { PageServerLoad } from './$types';

const daysShown = 30;
const factsMax = 200;

export const load: PageServerLoad = async (event) => {
	const { db, reader, grants } = requireAnywhere(event, 'aid.facts');
	const region = await regionAsked(reader, event.url, grants);
	const now = db.clock();
	const to = dayOf(now, region.zone);
	const from = addDays(to, 1 - daysShown);
	const found = await reportOr503(wideRead(db, 'aidFacts', { of: { regionCode: region.code }, from, to, now }));
	const shown = found.slice(0, factsMax);
	const groups = new Map<string, Awaited<ReturnType<typeof groupOf>>>();
	for (const groupId of new Set(shown.map((fact) => fact.groupId))) groups.set(groupId, await groupOf(reader, groupId));
	const facts = shown.map(({ groupId, ...fact }) => ({
		...fact,
		group: groups.get(groupId)?.name ?? '',
		sales: `/kelola/${groups.get(groupId)?.slug ?? ''}/penjualan`
	}));
	return { region: region.text, from, to, facts };
};
