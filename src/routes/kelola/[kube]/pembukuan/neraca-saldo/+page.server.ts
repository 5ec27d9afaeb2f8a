/** The trial balance from one day to another; this month unless asked otherwise. */
import { firstDayOf, monthOf, parseDay } from '#lib/kernel/day.ts';
import { trialBalance } from '#lib/ledger/balances.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, today } = await requireGroup(event, 'books.read');
	const asked = event.url.searchParams;
	const to = parseDay(asked.get('sampai')) ?? today;
	const wanted = parseDay(asked.get('dari')) ?? firstDayOf(monthOf(to));
	const from = wanted > to ? to : wanted;
	return { from, to, balances: await trialBalance(reader, groupId, from, to) };
};
