/** Stock that turns out to be other than the record says: counted, spoiled or lost, or used by the group itself. */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { assert } from '#lib/kernel/assert.ts';
import { dayOf } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { negated, total } from '#lib/kernel/rupiah.ts';
import { account, type AccountCode } from '#lib/ledger/chart.ts';
import { tidy } from '#lib/ledger/entry.ts';
import { postEntry } from '#lib/ledger/post.server.ts';
import { zoneOf } from '#lib/ledger/zone.server.ts';
import { emptyLevel, guessed, type Level } from './costing.ts';
import { stockedKinds } from './goods.server.ts';
import { levelsOf, type Move, moveStock } from './move.server.ts';
import { InTheFuture } from './receive.server.ts';

export const adjustmentKinds = ['count', 'loss', 'own-use'] as const;
export type AdjustmentKind = (typeof adjustmentKinds)[number];

export interface Adjustment {
	/** Made by the caller; the same adjustment counts once. */
	readonly id: Id;
	readonly kind: AdjustmentKind;
	readonly productId: Id;
	/** In thousandths of the normal unit: what was counted (zero or more), or what went (more than zero). */
	readonly quantity: Quantity;
	readonly note: string;
	readonly happenedAt: Instant;
	/** Who did it, when a till tells of it; else whoever does the work. */
	readonly by?: Id;
}

const costAccount: Readonly<Record<AdjustmentKind, AccountCode>> = {
	count: account.shrinkage,
	loss: account.shrinkage,
	'own-use': account.ownUse
};

const known = prepared((db, p: { groupId: string; id: string }) =>
	db.selectFrom('stockAdjustment').select('id').where('groupId', '=', p.groupId).where('id', '=', p.id)
);

/**
 * Moves stock to what was counted, or out by what went, and posts its value as a cost. A repeated id does nothing more.
 * Throws InTheFuture, StockNotKept, NotFound.
 */
export async function adjustStock(work: Work, adjustment: Adjustment): Promise<void> {
	const { groupId, seq, actor } = work;
	const { id, kind, productId, happenedAt, note } = adjustment;
	if ((await work.run(known, { groupId, id })).length > 0) return;
	if (happenedAt > work.now) throw new InTheFuture();
	await stockedKinds(work, [productId]);
	const day = dayOf(happenedAt, await zoneOf(work));
	await work.insert('stockAdjustment', [
		{
			groupId,
			id,
			seq,
			kind,
			productId,
			quantity: adjustment.quantity,
			note,
			happenedAt,
			day,
			actorId: adjustment.by ?? actor.personId
		}
	]);
	const change = changeOf((await levelsOf(work, [productId])).get(productId) ?? emptyLevel, adjustment);
	if (change === null) return;
	const source = { type: 'stock-adjustment', id } as const;
	const [moved] = await moveStock(work, [{ productId, kind, change, source: { ...source, line: 0 }, day, happenedAt }]);
	assert(moved !== undefined, 'one move was made');
	const legs = tidy([
		{ account: account.goods, amount: moved.value },
		{ account: account.costDifference, amount: moved.difference },
		{ account: costAccount[kind], amount: negated(total([moved.value, moved.difference])) }
	]);
	if (legs.length > 0) await postEntry(work, { source, day, memo: note, legs });
}

/** What the level must move by, or null when the record was right. More than recorded comes in at the last known cost. */
function changeOf(level: Level, { kind, quantity: told }: Adjustment): Move['change'] | null {
	if (kind !== 'count') {
		assert(told > 0, 'what went is more than nothing');
		return { out: told };
	}
	const more = told - level.quantity;
	if (more === 0) return null;
	return more < 0 ? { out: quantity(-more) } : { in: quantity(more), cost: guessed(level, more) };
}
