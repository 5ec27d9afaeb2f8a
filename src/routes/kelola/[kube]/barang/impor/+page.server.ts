/** Importing goods from a spreadsheet: looked at first, then all or nothing. */
import * as v from 'valibot';
import { previewProducts } from '#lib/catalog/import-products.ts';
import { importProducts, knownGoods } from '#lib/catalog/import-products.server.ts';
import { type ProductColumn, productColumns } from '#lib/catalog/import-row.ts';
import { productColumnName, productProblemText } from '#lib/catalog/import-text.ts';
import { readTable } from '#lib/files/read-table.server.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer, answerForm } from '#lib/web/answer.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { type CheckedTable, TableForm, tableFrom, tableText } from '../../table-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await requireGroup(event, 'catalog.edit');
	return { columns: (Object.keys(productColumns) as ProductColumn[]).map(productColumnName) };
};

export const actions: Actions = {
	periksa: async (event) => {
		const { reader, groupId, db } = await requireGroup(event, 'catalog.edit');
		return answerForm(event, TableForm, async (sent): Promise<{ checked: CheckedTable }> => {
			const table = await tableFrom(sent);
			const { rows, problems } = previewProducts(table, await knownGoods(reader, groupId, db.clock()));
			const shown = problems.map(({ row, column, problem }) => ({
				row,
				column: productColumnName(column),
				text: productProblemText(problem)
			}));
			return { checked: { text: tableText(table), rows, problems: shown } };
		});
	},
	simpan: async (event) =>
		onward(
			await answer(event, 'catalog.edit', v.object({ table: v.string() }), async (work, { table }) => {
				const { stock } = await importProducts(work, readTable(table));
				if (stock.length === 0) return;
				await receiveGoods(work, {
					id: work.newId(),
					supplier: '',
					paidFrom: account.openingEquity,
					note: '',
					happenedAt: work.now,
					lines: stock
				});
			}),
			() => `/kelola/${event.params.kube}/barang`
		)
};
