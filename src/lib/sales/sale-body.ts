/** Making a sale of a basket, as the till does when the buyer has paid. */
import type { Id } from '#lib/kernel/id.ts';
import { rupiah, total } from '#lib/kernel/rupiah.ts';
import { basketOf, cashRounding } from './cart.ts';
import type { Payment, SaleBody, SaleLine } from './wire-bodies.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';

export interface Sold {
	readonly receiptNumber: string;
	readonly cashierId: Id;
	readonly partyId: Id | null;
	readonly lines: readonly SaleLine[];
	/** Off the whole basket. */
	readonly discount: Rupiah;
	/** Amounts as `cashPart` tells: together they are what is due, cash rounded. */
	readonly payments: readonly Payment[];
	/** About the sale, never about the buyer. */
	readonly note?: string;
	/** The other person who agreed to it. */
	readonly approvedBy?: Id | null;
	readonly shiftId?: Id | null;
}

/** The body of the event, with the sums that follow from it. */
export function saleBodyOf(sold: Sold): SaleBody {
	const { due } = basketOf(sold.lines, sold.discount);
	const rounding = roundingOf(due, sold.payments);
	const { receiptNumber, cashierId, partyId, discount, note = '', approvedBy = null, shiftId = null } = sold;
	return {
		receiptNumber,
		cashierId,
		partyId,
		lines: [...sold.lines],
		discount,
		rounding,
		total: rupiah(due + rounding),
		payments: [...sold.payments],
		note,
		approvedBy,
		shiftId
	};
}

/** What cash rounding takes off a basket paid like this. */
export function roundingOf(due: Rupiah, payments: readonly Pick<Payment, 'tender' | 'amount'>[]): Rupiah {
	if (!payments.some((payment) => payment.tender === 'cash')) return rupiah(0);
	const elsewhere = total(payments.filter((payment) => payment.tender !== 'cash').map((payment) => payment.amount));
	return due > elsewhere ? cashRounding(rupiah(due - elsewhere)) : rupiah(0);
}
