/** Omzet and untung of a month, by day. */
import { addDays, firstDayOf, lastDayOf, monthOf, nextMonth, parseMonth } from '#lib/kernel/day.ts';
import { sumOf } from '#lib/ledger/omzet-queries.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { everyDay } from '../../omzet-days.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, today, can } = await requireGroup(event, 'books.read');
	const present = monthOf(today);
	const asked = parseMonth(event.url.searchParams.get('bulan'));
	const month = asked === null || asked > present ? present : asked;
	const last = month === present ? today : lastDayOf(month);
	const days = await everyDay(reader, groupId, firstDayOf(month), last);
	return {
		month,
		days,
		sum: sumOf(days),
		previous: monthOf(addDays(firstDayOf(month), -1)),
		next: month === present ? null : nextMonth(month),
		maySeeSales: can('sale.read')
	};
};
