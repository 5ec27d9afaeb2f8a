/** Second half of goods coming in: how much of each, what it cost, and who is paid from what. */
import { redirect } from '@sveltejs/kit';
import { unitsOf } from '#lib/catalog/product-prices.server.ts';
import { productByNumber } from '#lib/catalog/queries.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import { type Day, dayOf, startOf } from '#lib/kernel/day.ts';
import { type Instant, later } from '#lib/kernel/instant.ts';
import { type GroupAccess, requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { foundOr404, numberOr404 } from '#lib/web/found.server.ts';
import { linesMax } from '#lib/web/line-fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { offeredUnits, ReceiptForm } from './receipt-form.ts';
import { receiptLine } from './receipt-lines.ts';
import type { Actions, PageServerLoad } from './$types';

const middayMs = 12 * 3_600_000;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db, today, group } = await requireGroup(event, 'stock.receive');
	const numbers = [...new Set(event.url.searchParams.getAll('barang'))].slice(0, linesMax);
	if (numbers.length === 0) redirect(303, `/kelola/${group.slug}/stok/masuk/baru`);
	const lines = await Promise.all(
		numbers.map(async (number) => {
			const product = await foundOr404(productByNumber(reader, groupId, numberOr404(number)));
			const units = await unitsOf(reader, groupId, product.id, db.clock());
			return { product, units: offeredUnits(product.normalUnit, units) };
		})
	);
	return { today, lines };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(
				event,
				'stock.receive',
				ReceiptForm,
				async (work, { supplier, paidFrom, note, day, lines }, access) =>
					receiveGoods(work, {
						id: work.newId(),
						supplier,
						paidFrom,
						note,
						happenedAt: momentOf(day, work, access),
						lines: await Promise.all(lines.map(({ key, line }) => receiptLine(work, Number(key), line)))
					})
			),
			({ id }) => `/kelola/${event.params.kube}/stok/masuk/${id}`
		)
};

/** Now, or the middle of an earlier day. */
function momentOf(day: Day, { now }: Work, { group }: GroupAccess): Instant {
	return day === dayOf(now, group.zone) ? now : later(startOf(day, group.zone), middayMs);
}
