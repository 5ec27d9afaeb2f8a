/** Goods as tills tell of them: bought out of the drawer, counted, lost or used by the group itself. */
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import { adjustStock } from '#lib/inventory/adjust.server.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import { total } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { SumsDiffer, UnreadableEvent } from './refusals.ts';
import type { Till } from './till.server.ts';
import type { BodyOf } from './wire-bodies.ts';

/** Throws SumsDiffer, and what `receiveGoods` refuses. */
export async function applyGoodsBought(
	work: Work,
	till: Till,
	told: Told,
	body: BodyOf<'goods-bought'>
): Promise<void> {
	const { supplier, lines, note, cashierId } = body;
	const computed = total(lines.map((line) => line.cost));
	if (computed !== body.total) throw new SumsDiffer(body.total, computed);
	const { id, happenedAt, shiftId } = told;
	await receiveGoods(work, {
		id,
		supplier,
		paidFrom: account.cashDrawer,
		note,
		happenedAt,
		lines,
		told: { by: cashierId, shiftId, enrolmentId: till.id }
	});
}

/** Throws UnreadableEvent when nothing went, and what `adjustStock` refuses. */
export async function applyStockAdjusted(work: Work, told: Told, body: BodyOf<'stock-adjusted'>): Promise<void> {
	const { why: kind, lines, note, cashierId: by } = body;
	const { happenedAt } = told;
	const empty = kind === 'count' ? -1 : lines.findIndex((line) => line.quantity === 0);
	if (empty >= 0) throw new UnreadableEvent(`lines.${empty}.quantity`);
	for (const [at, { productId, quantity }] of lines.entries())
		await adjustStock(work, { id: at === 0 ? told.id : work.newId(), kind, productId, quantity, note, happenedAt, by });
}
