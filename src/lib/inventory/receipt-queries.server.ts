/** Receipts of goods as they are read. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { assert } from '#lib/kernel/assert.ts';
import { parseReceiptSource, type ReceiptSource } from './receipt-source.ts';

export interface ReceiptHead {
	readonly id: Id;
	readonly number: number;
	readonly supplier: string;
	readonly paidFrom: ReceiptSource;
	readonly total: Rupiah;
	readonly note: string;
	readonly day: Day;
	readonly happenedAt: Instant;
	readonly actorId: Id | null;
}

export interface ReceiptWithLines extends ReceiptHead {
	readonly lines: readonly { readonly productId: Id; readonly name: string; readonly unit: string; readonly quantity: Quantity; readonly cost: Rupiah }[]; // prettier-ignore
}

export interface ReceiptPage {
	readonly rows: readonly ReceiptHead[];
	/** The number that the next page begins below, or null. */
	readonly next: number | null;
}

const columns = ['id', 'number', 'supplier', 'paidFrom', 'total', 'note', 'day', 'happenedAt', 'actorId'] as const;
const pageMax = 100;

/** Receipts, the latest number first. */
export async function receiptsOf(
	reader: Reader,
	groupId: Id,
	{ below = null, limit = 50 }: { readonly below?: number | null; readonly limit?: number } = {}
): Promise<ReceiptPage> {
	const length = Math.min(limit, pageMax);
	let query = reader.selectFrom('goodsReceipt').select(columns).where('groupId', '=', groupId);
	if (below !== null) query = query.where('number', '<', below);
	const found = await query.orderBy('number', 'desc').limit(length + 1).execute(); // prettier-ignore
	const rows = found.slice(0, length).map(headOf);
	return { rows, next: found.length > length ? (rows.at(-1)?.number ?? null) : null };
}

/** Throws NotFound. */
export async function receiptById(reader: Reader, groupId: Id, receiptId: Id): Promise<ReceiptWithLines> {
	const row = await reader.selectFrom('goodsReceipt').select(columns).where('groupId', '=', groupId).where('id', '=', receiptId).executeTakeFirst(); // prettier-ignore
	if (row === undefined) throw new NotFound('goods receipt');
	const lines = await reader
		.selectFrom('goodsReceiptLine')
		.innerJoin('product', (join) =>
			join
				.onRef('product.groupId', '=', 'goodsReceiptLine.groupId')
				.onRef('product.id', '=', 'goodsReceiptLine.productId')
		)
		.select([
			'goodsReceiptLine.productId',
			'product.name',
			'product.normalUnit',
			'goodsReceiptLine.quantity',
			'goodsReceiptLine.cost'
		]) // prettier-ignore
		.where('goodsReceiptLine.groupId', '=', groupId)
		.where('product.groupId', '=', groupId)
		.where('goodsReceiptLine.receiptId', '=', receiptId)
		.orderBy('goodsReceiptLine.line')
		.execute();
	return {
		...headOf(row),
		lines: lines.map((line) => ({
			productId: id(line.productId),
			name: line.name,
			unit: line.normalUnit,
			quantity: quantity(line.quantity),
			cost: rupiah(line.cost)
		}))
	};
}

interface Row {
	readonly id: string;
	readonly number: number;
	readonly supplier: string;
	readonly paidFrom: string;
	readonly total: number;
	readonly note: string;
	readonly day: string;
	readonly happenedAt: string;
	readonly actorId: string | null;
}

function headOf(row: Row): ReceiptHead {
	const paidFrom = parseReceiptSource(row.paidFrom);
	assert(paidFrom !== null, `${row.paidFrom} does not pay for goods`);
	return {
		...row,
		id: id(row.id),
		paidFrom,
		total: rupiah(row.total),
		day: day(row.day),
		happenedAt: instant(row.happenedAt),
		actorId: row.actorId === null ? null : id(row.actorId)
	};
}
