/** Sales as they are read: by day, the latest first, and one with all that belongs to it. */
import { sql } from 'kysely';
import type { Reader } from '#lib/db/open.server.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { type Channel, channel } from '#lib/ledger/channel.ts';
import { type PartReturned, returnsOf } from './return-queries.server.ts';
import { parseTender, type Tender } from './tender.ts';
import { assert } from '#lib/kernel/assert.ts';

export interface SaleHead {
	readonly id: Id;
	readonly seq: number;
	readonly receiptNumber: string;
	readonly channel: Channel;
	readonly enrolmentId: Id | null;
	readonly sequence: number;
	readonly cashierId: Id | null;
	readonly partyId: Id | null;
	readonly happenedAt: Instant;
	/** The device's clock was off by more than 15 minutes. */
	readonly clockCorrected: boolean;
	readonly day: Day;
	readonly subtotal: Rupiah;
	readonly discount: Rupiah;
	readonly rounding: Rupiah;
	readonly total: Rupiah;
	/** Whether it was taken back whole. */
	readonly voided: boolean;
	/** The shift it counts for, where the group has shifts. */
	readonly shiftId: Id | null;
	/** What of its goods came back, in rupiah. */
	readonly returned: Rupiah;
}

/** Where a page ended. */
export type SalePlace = Pick<SaleHead, 'day' | 'seq' | 'sequence' | 'id'>;

export interface SalePage {
	readonly rows: readonly SaleHead[];
	readonly next: SalePlace | null;
}

export interface SalesAsked {
	readonly from?: Day;
	readonly to?: Day;
	readonly after?: SalePlace | null;
	readonly limit?: number;
}

const pageMax = 100;

/** Said as a word and not as a parameter: only then is the index of whole returns used. */
const whole = sql.lit<string>('void');

/** A page of sales, the latest day first, within a day the latest received first. */
export async function salesOf(reader: Reader, groupId: Id, asked: SalesAsked = {}): Promise<SalePage> {
	const length = Math.min(asked.limit ?? 50, pageMax);
	const { from, to, after } = asked;
	let query = heads(reader, groupId);
	if (from !== undefined) query = query.where('sale.day', '>=', from);
	if (to !== undefined) query = query.where('sale.day', '<=', to);
	if (after)
		query = query
			.where('sale.day', '<=', after.day)
			.where((row) =>
				row(
					row.refTuple('sale.day', 'sale.seq', 'sale.sequence', 'sale.id'),
					'<',
					row.tuple(after.day, after.seq, after.sequence, after.id)
				)
			);
	const found = await query
		.orderBy('sale.day', 'desc')
		.orderBy('sale.seq', 'desc')
		.orderBy('sale.sequence', 'desc')
		.orderBy('sale.id', 'desc')
		.limit(length + 1)
		.execute();
	const rows = found.slice(0, length).map(headOf);
	const last = rows.at(-1);
	if (found.length <= length || last === undefined) return { rows, next: null };
	return { rows, next: { day: last.day, seq: last.seq, sequence: last.sequence, id: last.id } };
}

function heads(reader: Reader, groupId: Id) {
	return reader
		.selectFrom('sale')
		.leftJoin('saleReturn', (join) =>
			join
				.onRef('saleReturn.groupId', '=', 'sale.groupId')
				.onRef('saleReturn.saleId', '=', 'sale.id')
				.on('saleReturn.kind', '=', whole)
		)
		.select(['sale.id', 'sale.seq', 'sale.receiptNumber', 'sale.channel', 'sale.enrolmentId', 'sale.sequence'])
		.select(['sale.cashierId', 'sale.partyId', 'sale.happenedAt', 'sale.clockCorrected', 'sale.day'])
		.select([
			'sale.subtotal',
			'sale.discount',
			'sale.rounding',
			'sale.total',
			'saleReturn.id as voidId',
			'sale.shiftId'
		])
		.select((row) =>
			row
				.selectFrom('saleReturn as part')
				.select((each) => each.fn.sum<number | null>('part.total').as('total'))
				.where('part.groupId', '=', groupId)
				.whereRef('part.saleId', '=', 'sale.id')
				.where('part.kind', '=', 'return')
				.as('returned')
		)
		.where('sale.groupId', '=', groupId);
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof heads>['execute']>>[number];

function headOf({ voidId, ...row }: HeadRow): SaleHead {
	return {
		...row,
		id: id(row.id),
		channel: channel(row.channel),
		enrolmentId: row.enrolmentId === null ? null : id(row.enrolmentId),
		cashierId: row.cashierId === null ? null : id(row.cashierId),
		partyId: row.partyId === null ? null : id(row.partyId),
		happenedAt: instant(row.happenedAt),
		clockCorrected: row.clockCorrected === 1,
		day: day(row.day),
		subtotal: rupiah(row.subtotal),
		discount: rupiah(row.discount),
		rounding: rupiah(row.rounding),
		total: rupiah(row.total),
		voided: voidId !== null,
		shiftId: row.shiftId === null ? null : id(row.shiftId),
		returned: rupiah(row.returned ?? 0)
	};
}

export interface SoldLine {
	readonly line: number;
	readonly productId: Id;
	/** What the product was, or `unknown`. */
	readonly kind: string;
	readonly name: string;
	readonly unit: string;
	readonly quantity: Quantity;
	readonly normalQuantity: Quantity;
	readonly price: Rupiah;
	readonly amount: Rupiah;
	readonly discount: Rupiah;
	readonly cost: Rupiah;
	/** About the goods. */
	readonly note: string | null;
	/** Why a ceiling or limit was passed. */
	readonly reason: string | null;
}

export interface SalePayment {
	readonly tender: Tender;
	readonly amount: Rupiah;
	readonly received: Rupiah;
	readonly reference: string | null;
}

export interface SaleReturn {
	readonly id: Id;
	readonly reason: string;
	readonly note: string;
	readonly actorId: Id | null;
	/** Who else agreed. */
	readonly approvedBy: Id | null;
	readonly happenedAt: Instant;
	readonly day: Day;
}

export interface Sale extends SaleHead {
	readonly lines: readonly SoldLine[];
	readonly payments: readonly SalePayment[];
	/** How it was taken back, or null. */
	readonly taken: SaleReturn | null;
	/** What of it came back, the earliest first. */
	readonly returns: readonly PartReturned[];
	/** About the sale. */
	readonly note: string | null;
	/** Who else agreed. */
	readonly approvedBy: Id | null;
}

/** Throws NotFound. */
export async function saleById(reader: Reader, groupId: Id, saleId: Id): Promise<Sale> {
	const head = await heads(reader, groupId)
		.select(['sale.note', 'sale.approvedBy'])
		.where('sale.id', '=', saleId)
		.executeTakeFirst();
	if (head === undefined) throw new NotFound('sale');
	return {
		...headOf(head),
		note: head.note,
		approvedBy: head.approvedBy === null ? null : id(head.approvedBy),
		returns: await returnsOf(reader, groupId, saleId),
		lines: await linesOf(reader, groupId, saleId),
		payments: await paymentsOf(reader, groupId, saleId),
		taken: head.voidId === null ? null : await takenBy(reader, groupId, id(head.voidId))
	};
}

async function linesOf(reader: Reader, groupId: Id, saleId: Id): Promise<SoldLine[]> {
	const rows = await reader
		.selectFrom('saleLine')
		.select([
			'line',
			'productId',
			'kind',
			'name',
			'unit',
			'quantity',
			'normalQuantity',
			'price',
			'amount',
			'discount',
			'cost',
			'note',
			'reason'
		]) // prettier-ignore
		.where('groupId', '=', groupId)
		.where('saleId', '=', saleId)
		.orderBy('line')
		.execute();
	return rows.map((row) => ({
		...row,
		productId: id(row.productId),
		quantity: quantity(row.quantity),
		normalQuantity: quantity(row.normalQuantity),
		price: rupiah(row.price),
		amount: rupiah(row.amount),
		discount: rupiah(row.discount),
		cost: rupiah(row.cost)
	}));
}

async function paymentsOf(reader: Reader, groupId: Id, saleId: Id): Promise<SalePayment[]> {
	const rows = await reader
		.selectFrom('payment')
		.leftJoin('cardSlip', (join) =>
			join
				.onRef('cardSlip.groupId', '=', 'payment.groupId')
				.onRef('cardSlip.sourceId', '=', 'payment.saleId')
				.onRef('cardSlip.line', '=', 'payment.line')
		)
		.leftJoin('cardDeed', (join) =>
			join
				.onRef('cardDeed.groupId', '=', 'payment.groupId')
				.onRef('cardDeed.saleId', '=', 'payment.saleId')
				.onRef('cardDeed.line', '=', 'payment.line')
		)
		.select(['payment.tender', 'payment.amount', 'payment.received', 'payment.reference'])
		.select(['cardSlip.number as slip', 'cardDeed.number as deed'])
		.where('payment.groupId', '=', groupId)
		.where('payment.saleId', '=', saleId)
		.orderBy('payment.line')
		.execute();
	return rows.map(({ tender: told, amount, received, reference, slip, deed }) => {
		const tender = parseTender(told);
		assert(tender !== null, `${told} is a tender`);
		return { tender, amount: rupiah(amount), received: rupiah(received), reference: reference ?? slip ?? deed };
	});
}

async function takenBy(reader: Reader, groupId: Id, returnId: Id): Promise<SaleReturn> {
	const row = await reader
		.selectFrom('saleReturn')
		.select(['id', 'reason', 'note', 'actorId', 'approvedBy', 'happenedAt', 'day'])
		.where('groupId', '=', groupId)
		.where('id', '=', returnId)
		.executeTakeFirstOrThrow();
	return {
		...row,
		id: id(row.id),
		actorId: row.actorId === null ? null : id(row.actorId),
		approvedBy: row.approvedBy === null ? null : id(row.approvedBy),
		happenedAt: instant(row.happenedAt),
		day: day(row.day)
	};
}
