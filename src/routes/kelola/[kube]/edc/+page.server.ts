/** The bank's card machine: what is on its way, what till and bank do not agree about, and the files taken. */
import * as v from 'valibot';
import { openDeeds } from '#lib/aid/deeds.server.ts';
import { total } from '#lib/kernel/rupiah.ts';
import { settlementTerminals } from '#lib/payments/settlement-import.server.ts';
import { matchOpen } from '#lib/payments/settlement-book.server.ts';
import { slipAges, sumSlipAges } from '#lib/payments/settlement-lists.ts';
import { withFirstSwipes } from '#lib/payments/settlement-twice.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { pageOf } from '../pages.ts';
import { openBetween } from './lists.server.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 50;
const filesPageSize = 6;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, today, can } = await requireGroup(event, 'books.read');
	const { same, differs, withoutSale, withoutEdc, toReverse, waiting, files } = await openBetween(reader, groupId);
	const open = [...withoutEdc, ...waiting];
	const shown = <Item>(list: readonly Item[], parameter: string) => pageOf(list, event.url, pageSize, parameter);
	const lines = shown(withoutSale, 'tanpa-penjualan');
	return {
		same: same.length,
		differs: shown(differs, 'berbeda'),
		withoutSale: { ...lines, items: await withFirstSwipes(reader, groupId, lines.items) },
		withoutEdc: shown(withoutEdc, 'tanpa-edc'),
		toReverse: shown(toReverse, 'harus-kembali'),
		waiting: shown(waiting, 'menunggu'),
		counts: {
			differs: differs.length,
			withoutSale: withoutSale.length,
			withoutEdc: withoutEdc.length,
			toReverse: toReverse.length,
			waiting: waiting.length,
			open: open.length
		},
		openSum: total(open.map(({ amount }) => amount)),
		ages: sumSlipAges(open, today),
		ageLimits: slipAges,
		hasFiles: files.length > 0,
		hasMachines: (await settlementTerminals(reader, groupId)).length > 0,
		files: pageOf(files, event.url, filesPageSize, 'berkas'),
		deeds: await openDeeds(reader, groupId, today),
		maySettle: can('settlement.import'),
		maySaveMachines: can('terminals.edit'),
		maySeeSales: can('sale.read')
	};
};

export const actions: Actions = {
	pencocokan: async (event) =>
		onward(await answer(event, 'settlement.import', v.object({}), matchOpen), () => event.url.pathname)
};
