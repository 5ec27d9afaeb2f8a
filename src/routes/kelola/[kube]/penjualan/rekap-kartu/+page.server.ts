/** Cards, coupons and papers of a day, to be printed for the office: counted by bank, without names (R27). */
import { parseDay } from '#lib/kernel/day.ts';
import { regionPath } from '#lib/regions/queries.server.ts';
import { cardDay } from '#lib/sales/card-day.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, group, today } = await requireGroup(event, 'sale.read');
	const day = parseDay(event.url.searchParams.get('tanggal')) ?? today;
	const [recap, village] = await Promise.all([
		cardDay(reader, groupId, { day, today }),
		regionPath(reader, group.villageCode)
	]);
	return { day, today, recap, address: `${group.address}, ${village.text}` };
};
