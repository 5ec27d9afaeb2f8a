/** Facts about a group's cards and aid, for its pendamping and the office, to be asked about (R70). */
import { wideRead } from '#lib/db/read-pool.server.ts';
import { addDays } from '#lib/kernel/day.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { reportOr503 } from '#lib/web/found.server.ts';
import type { PageServerLoad } from './$types';

const daysShown = 30;

export const load: PageServerLoad = async (event) => {
	const { db, groupId, group, today } = await requireGroup(event, 'aid.facts');
	const span = { from: addDays(today, 1 - daysShown), to: today, now: db.clock() };
	const found = await reportOr503(wideRead(db, 'aidFacts', { of: { groupId }, ...span }));
	const sales = `/kelola/${group.slug}/penjualan`;
	return { facts: found.map(({ groupId: _groupId, ...fact }) => ({ ...fact, group: group.name, sales })) };
};
