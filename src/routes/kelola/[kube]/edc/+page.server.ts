/** The bank's card machine: what is on its way, what till and bank do not agree about, and the files taken. */
import * as v from 'valibot';
import { openDeeds } from '#lib/aid/deeds.server.ts';
import { total } from '#lib/kernel/rupiah.ts';
import { matchOpen } from '#lib/payments/settlement-book.server.ts';
import { slipAges, sumSlipAges } from '#lib/payments/settlement-lists.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { openBetween } from './lists.server.ts';
import type { Actions, PageServerLoad } from './$types';

const shownMax = 100;
const filesShownMax = 20;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, today, can } = await requireGroup(event, 'books.read');
	const { same, differs, withoutSale, withoutEdc, waiting, files } = await openBetween(reader, groupId);
	const open = [...withoutEdc, ...waiting];
	return {
		same: same.length,
		differs: differs.slice(0, shownMax),
		withoutSale: withoutSale.slice(0, shownMax),
		withoutEdc: withoutEdc.slice(0, shownMax),
		waiting: waiting.slice(0, shownMax),
		counts: {
			differs: differs.length,
			withoutSale: withoutSale.length,
			withoutEdc: withoutEdc.length,
			open: open.length
		},
		openSum: total(open.map(({ amount }) => amount)),
		ages: sumSlipAges(open, today),
		ageLimits: slipAges,
		files: files.slice(0, filesShownMax),
		deeds: await openDeeds(reader, groupId, today),
		maySettle: can('settlement.import'),
		maySeeSales: can('sale.read')
	};
};

export const actions: Actions = {
	pencocokan: async (event) =>
		onward(await answer(event, 'settlement.import', v.object({}), matchOpen), () => event.url.pathname)
};
