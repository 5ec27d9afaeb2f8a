/** Goods that come in at a cost: bought, given as aid, or there before the books began. */
import { nextNumber } from '#lib/db/counter.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { assert } from '#lib/kernel/assert.ts';
import { type Day, dayOf } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { oneUnit, type Quantity } from '#lib/kernel/quantity.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { negated, priceMax, type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { mulDiv } from '#lib/kernel/whole.ts';
import { account } from '#lib/ledger/chart.ts';
import { type Leg, tidy } from '#lib/ledger/entry.ts';
import { postEntry } from '#lib/ledger/post.server.ts';
import { zoneOf } from '#lib/ledger/zone.server.ts';
import { stockedKinds } from './goods.server.ts';
import { type Moved, moveStock } from './move.server.ts';
import type { ReceiptSource } from './receipt-source.ts';

/** A receipt needs at least one line. */
export class NothingReceived extends Refusal {
	readonly code = 'inventory.nothing-received';

	constructor() {
		super('A receipt of goods needs at least one line.');
	}
}

/** The cost of one normal unit passes what any price may be. */
export class CostTooHigh extends Refusal {
	readonly code = 'inventory.cost-too-high';
	readonly line: number;

	constructor(line: number) {
		super(`Line ${line + 1} costs too much for its quantity.`);
		this.line = line;
	}
}

/** Consigned goods stay the member's: the group does not buy them. */
export class ConsignedHasNoCost extends Refusal {
	readonly code = 'inventory.consigned-has-no-cost';
	readonly line: number;

	constructor(line: number) {
		super(`Line ${line + 1} is consigned and cannot cost anything.`);
		this.line = line;
	}
}

/** It cannot have happened yet. */
export class InTheFuture extends Refusal {
	readonly code = 'inventory.in-the-future';

	constructor() {
		super('That time has not come.');
	}
}

export interface ReceiptLine {
	readonly productId: Id;
	/** In thousandths of the normal unit. */
	readonly quantity: Quantity;
	/** For the whole line. */
	readonly cost: Rupiah;
}

export interface GoodsReceipt {
	/** Made by the caller; the same receipt counts once. */
	readonly id: Id;
	readonly supplier: string;
	readonly paidFrom: ReceiptSource;
	readonly note: string;
	readonly happenedAt: Instant;
	readonly lines: readonly ReceiptLine[];
	/** Where a till tells of it: who bought, and out of which drawer. */
	readonly told?: { readonly by: Id; readonly shiftId: Id | null; readonly enrolmentId: Id };
}

export interface ReceivedGoods {
	readonly id: Id;
	/** Without gaps in the group. */
	readonly number: number;
	readonly total: Rupiah;
}

const receiptLinesMax = 200;

const known = prepared((db, p: { groupId: string; id: string }) =>
	db.selectFrom('goodsReceipt').select(['number', 'total']).where('groupId', '=', p.groupId).where('id', '=', p.id)
);

/**
 * Takes goods into stock and posts what they cost; a repeated id gives the first answer. Throws NothingReceived,
 * CostTooHigh, ConsignedHasNoCost, InTheFuture, StockNotKept, NotFound.
 */
export async function receiveGoods(work: Work, receipt: GoodsReceipt): Promise<ReceivedGoods> {
	const { groupId } = work;
	const { id, lines } = receipt;
	const [before] = await work.run(known, { groupId, id });
	if (before !== undefined) return { id, number: before.number, total: rupiah(before.total) };
	await check(work, receipt);
	const day = dayOf(receipt.happenedAt, await zoneOf(work));
	const number = await nextNumber(work, 'goods-receipt');
	const sum = total(lines.map((line) => line.cost));
	await writeReceipt(work, receipt, { number, total: sum, day });
	const moved = await moveIn(work, receipt, day);
	const legs = receiptLegs(receipt.paidFrom, moved, sum);
	if (legs.length > 0) await postEntry(work, { source: { type: 'goods-receipt', id }, day, memo: `#${number}`, legs });
	return { id, number, total: sum };
}

async function check(work: Work, { happenedAt, lines }: GoodsReceipt): Promise<void> {
	if (lines.length === 0) throw new NothingReceived();
	assert(lines.length <= receiptLinesMax, 'a receipt has at most 200 lines');
	if (happenedAt > work.now) throw new InTheFuture();
	const kinds = await stockedKinds(work, lines.map((line) => line.productId)); // prettier-ignore
	lines.forEach(({ productId, quantity, cost }, line) => {
		if (mulDiv(cost, oneUnit, quantity) > priceMax) throw new CostTooHigh(line);
		if (kinds.get(productId) === 'consigned' && cost > 0) throw new ConsignedHasNoCost(line);
	});
}

interface Numbered {
	readonly number: number;
	readonly total: Rupiah;
	readonly day: Day;
}

async function writeReceipt(work: Work, receipt: GoodsReceipt, { number, total: sum, day }: Numbered): Promise<void> {
	const { groupId, seq, actor } = work;
	const { id, supplier, paidFrom, note, happenedAt, lines, told } = receipt;
	const { by: actorId = actor.personId, shiftId = null, enrolmentId = null } = told ?? {};
	await work.insert('goodsReceipt', [
		{ groupId, id, seq, number, supplier, paidFrom, total: sum, note, happenedAt, day, actorId, shiftId, enrolmentId }
	]);
	await work.insert('goodsReceiptLine', lines.map((line, at) => ({ groupId, receiptId: id, line: at, ...line }))); // prettier-ignore
}

async function moveIn(work: Work, { id, paidFrom, happenedAt, lines }: GoodsReceipt, day: Day): Promise<Moved[]> {
	const kind = paidFrom === account.openingEquity ? 'opening' : 'receipt';
	return moveStock(
		work,
		lines.map(({ productId, quantity, cost }, line) => ({
			productId,
			kind,
			change: { in: quantity, cost },
			source: { type: 'goods-receipt', id, line },
			day,
			happenedAt
		}))
	);
}

function receiptLegs(paidFrom: ReceiptSource, moved: readonly Moved[], sum: Rupiah): Leg[] {
	return tidy([
		{ account: account.goods, amount: total(moved.map((move) => move.value)) },
		{ account: account.costDifference, amount: total(moved.map((move) => move.difference)) },
		{ account: paidFrom, amount: negated(sum) }
	]);
}
