/** What a shift came to: money by tender, what moved the drawer, what was counted, and the difference by what is known now. */
import { type Shift, shiftByNumber } from '#lib/drawer/queries.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { type CashByFact, cashByFact } from './shift-cash.server.ts';
import { type Tender, tenders } from './tender.ts';

export interface TenderTotal {
	readonly tender: Tender;
	/** What buyers paid. */
	readonly sold: Rupiah;
	/** What went back for voids and returns. */
	readonly refunded: Rupiah;
	/** Kasbon paid back. */
	readonly paidBack: Rupiah;
}

export interface ShiftReport {
	readonly shift: Shift;
	/** How many sales, voided ones too. */
	readonly sales: number;
	/** Only tenders by which money moved. */
	readonly tenders: readonly TenderTotal[];
	/** What moved the drawer's cash. */
	readonly cash: CashByFact;
	/** What should lie in the drawer by what is known now; events that come late may make it another than at the closing. */
	readonly expected: Rupiah;
	/** What was counted less that; null while the shift is open. */
	readonly difference: Rupiah | null;
}

/** Throws NotFound. */
export async function shiftReport(reader: Reader, groupId: Id, number: number): Promise<ShiftReport> {
	const shift = await shiftByNumber(reader, groupId, number);
	const cash = await cashByFact(reader, groupId, shift.id);
	const expected = rupiah(shift.float + total(Object.values(cash)));
	return {
		shift,
		cash,
		expected,
		difference: shift.end === null ? null : rupiah(shift.end.counted - expected),
		sales: await countSales(reader, groupId, shift.id),
		tenders: await tenderTotals(reader, groupId, shift.id)
	};
}

async function countSales(reader: Reader, groupId: Id, shiftId: Id): Promise<number> {
	const row = await reader
		.selectFrom('sale')
		.select((each) => each.fn.countAll<number>().as('count'))
		.where('groupId', '=', groupId)
		.where('shiftId', '=', shiftId)
		.executeTakeFirstOrThrow();
	return row.count;
}

async function tenderTotals(reader: Reader, groupId: Id, shiftId: Id): Promise<TenderTotal[]> {
	const sold = await reader
		.selectFrom('payment')
		.innerJoin('sale', (join) =>
			join.onRef('sale.groupId', '=', 'payment.groupId').onRef('sale.id', '=', 'payment.saleId')
		)
		.select((row) => ['payment.tender', row.fn.sum<number>('payment.amount').as('amount')])
		.where('payment.groupId', '=', groupId)
		.where('sale.groupId', '=', groupId)
		.where('sale.shiftId', '=', shiftId)
		.groupBy('payment.tender')
		.execute();
	const refunded = await reader
		.selectFrom('refund')
		.innerJoin('saleReturn', (join) =>
			join.onRef('saleReturn.groupId', '=', 'refund.groupId').onRef('saleReturn.id', '=', 'refund.returnId')
		)
		.select((row) => ['refund.tender', row.fn.sum<number>('refund.amount').as('amount')])
		.where('refund.groupId', '=', groupId)
		.where('saleReturn.groupId', '=', groupId)
		.where('saleReturn.shiftId', '=', shiftId)
		.groupBy('refund.tender')
		.execute();
	const paidBack = await reader
		.selectFrom('creditPayment')
		.select((row) => ['tender', row.fn.sum<number>('amount').as('amount')])
		.where('groupId', '=', groupId)
		.where('shiftId', '=', shiftId)
		.groupBy('tender')
		.execute();
	return tenders
		.map((tender) => ({
			tender,
			sold: sumOf(sold, tender),
			refunded: sumOf(refunded, tender),
			paidBack: sumOf(paidBack, tender)
		})) // prettier-ignore
		.filter(({ sold: one, refunded: other, paidBack: third }) => one !== 0 || other !== 0 || third !== 0);
}

function sumOf(rows: readonly { readonly tender: string; readonly amount: number }[], tender: Tender): Rupiah {
	return rupiah(rows.find((row) => row.tender === tender)?.amount ?? 0);
}
