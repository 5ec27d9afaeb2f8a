/** What of a sale came back, and how the money went. */
import type { Reader } from '#lib/db/open.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import type { TenderPart } from './refund.ts';
import { parseTender } from './tender.ts';

/** A return of some of a sale's goods. */
export interface PartReturned {
	readonly id: Id;
	readonly receiptNumber: string;
	/** A word of `returnReasons`. */
	readonly reason: string;
	readonly note: string;
	/** `shelf` or `lost`. */
	readonly goods: string;
	readonly actorId: Id | null;
	/** Who else agreed. */
	readonly approvedBy: Id | null;
	readonly happenedAt: Instant;
	readonly day: Day;
	readonly total: Rupiah;
	readonly lines: readonly { readonly saleLine: number; readonly quantity: Quantity; readonly amount: Rupiah }[];
	readonly refunds: readonly TenderPart[];
}

/** The returns of a sale, the earliest first; voids are none. */
export async function returnsOf(reader: Reader, groupId: Id, saleId: Id): Promise<PartReturned[]> {
	const rows = await reader
		.selectFrom('saleReturn')
		.select(['id', 'receiptNumber', 'reason', 'note', 'goods', 'actorId', 'approvedBy', 'happenedAt', 'day', 'total'])
		.where('groupId', '=', groupId)
		.where('saleId', '=', saleId)
		.where('kind', '=', 'return')
		.orderBy('seq')
		.orderBy('sequence')
		.execute();
	if (rows.length === 0) return [];
	const ids = rows.map((row) => row.id);
	const lines = await linesOf(reader, groupId, ids);
	const refunds = await refundsOf(reader, groupId, ids);
	return rows.map((row) => ({
		id: id(row.id),
		receiptNumber: row.receiptNumber ?? '',
		reason: row.reason,
		note: row.note,
		goods: row.goods ?? 'shelf',
		actorId: row.actorId === null ? null : id(row.actorId),
		approvedBy: row.approvedBy === null ? null : id(row.approvedBy),
		happenedAt: instant(row.happenedAt),
		day: day(row.day),
		total: rupiah(row.total),
		lines: lines.filter((line) => line.returnId === row.id).map((line) => ({ saleLine: line.saleLine, quantity: quantity(line.quantity ?? 0), amount: rupiah(line.amount) })), // prettier-ignore
		refunds: refunds.filter((refund) => refund.returnId === row.id).map(({ tender, amount }) => ({ tender: present(parseTender(tender), `the tender ${tender}`), amount: rupiah(amount) })) // prettier-ignore
	}));
}

async function linesOf(reader: Reader, groupId: Id, returnIds: readonly string[]) {
	return reader
		.selectFrom('saleReturnLine')
		.select(['returnId', 'saleLine', 'quantity', 'amount'])
		.where('groupId', '=', groupId)
		.where('returnId', 'in', returnIds)
		.orderBy('line')
		.execute();
}

async function refundsOf(reader: Reader, groupId: Id, returnIds: readonly string[]) {
	return reader
		.selectFrom('refund')
		.select(['returnId', 'tender', 'amount'])
		.where('groupId', '=', groupId)
		.where('returnId', 'in', returnIds)
		.orderBy('line')
		.execute();
}
