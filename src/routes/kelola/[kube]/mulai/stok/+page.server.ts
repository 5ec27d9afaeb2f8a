/** Fourth step: what is on the shelf already, and what it cost. */
import * as v from 'valibot';
import { stockedProducts } from '#lib/catalog/import-products.server.ts';
import { keepsStock } from '#lib/catalog/product.ts';
import { markStep } from '#lib/groups/ready.server.ts';
import { stockOf } from '#lib/inventory/queries.server.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { linesMax, withLines } from '#lib/web/line-fields.ts';
import { receiptLine } from '../../stok/masuk/isi/receipt-lines.ts';
import { offeredUnits, OpeningLine } from '../../stok/masuk/isi/receipt-form.ts';
import { onwardFrom, skipStep } from '../going-on.ts';
import type { Actions, PageServerLoad } from './$types';

const OpeningStockForm = withLines({}, 'barang', OpeningLine);

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, group, db } = await requireGroup(event, 'stock.receive');
	const [products, levels] = await Promise.all([
		stockedProducts(reader, groupId, db.clock()),
		stockOf(reader, groupId)
	]);
	const empty = new Set(levels.filter((level) => level.quantity === 0).map((level) => level.productId));
	const lines = products
		.filter((product) => keepsStock(product.kind) && empty.has(product.id))
		.map((product) => ({ product, units: offeredUnits(product.normalUnit, product.units) }));
	return { readiness: group.readiness, lines: lines.slice(0, linesMax), has: products.length };
};

export const actions: Actions = {
	simpan: async (event) =>
		onwardFrom(
			event,
			'stock',
			await answer(event, 'stock.receive', OpeningStockForm, async (work, { lines }) => {
				await receiveGoods(work, {
					id: work.newId(),
					supplier: '',
					paidFrom: account.openingEquity,
					note: '',
					happenedAt: work.now,
					lines: await Promise.all(lines.map(({ key, line }) => receiptLine(work, Number(key), line)))
				});
				await markStep(work, 'stock', 'done');
			})
		),
	lewati: async (event) =>
		onwardFrom(event, 'stock', await answer(event, 'stock.receive', v.object({}), (work) => skipStep(work, 'stock')))
};
