/** The rows of sales: heads, lines and payments, in one insert each. */
import type { Work } from '#lib/db/work.server.ts';
import { total } from '#lib/kernel/rupiah.ts';
import type { Channel } from '#lib/ledger/channel.ts';
import type { AppliedSale } from './applied-sale.server.ts';
import { ownerPart } from './sale-plan.ts';
import type { Till } from './till.server.ts';

export async function writeSales(
	work: Work,
	till: Till,
	channel: Channel,
	sales: readonly AppliedSale[]
): Promise<void> {
	const { groupId, seq } = work;
	await work.insert('sale', sales.map((sale) => ({ groupId, id: sale.event.id, seq, ...headOf(sale, till, channel) }))); // prettier-ignore
	await work.insert('saleLine', sales.flatMap((sale) => linesOf(groupId, sale))); // prettier-ignore
	await work.insert('payment', sales.flatMap((sale) => paymentsOf(groupId, sale))); // prettier-ignore
}

function headOf({ event, happened, day, lines, shift }: AppliedSale, till: Till, channel: Channel) {
	const { body } = event;
	return {
		enrolmentId: till.id,
		sequence: event.sequence,
		receiptNumber: body.receiptNumber,
		channel,
		cashierId: body.cashierId,
		partyId: body.partyId,
		deviceAt: event.deviceAt,
		happenedAt: happened.at,
		clockCorrected: happened.corrected ? 1 : 0,
		day,
		subtotal: total(lines.map((line) => line.amount)),
		discount: total(lines.map((line) => line.discount)),
		rounding: body.rounding,
		total: body.total,
		shiftId: shift.shiftId,
		approvedBy: body.approvedBy,
		note: emptyless(body.note)
	};
}

function linesOf(groupId: string, { event, lines }: AppliedSale) {
	return lines.map((costed, at) => {
		const { productId, unitId, name, unit, quantity, price, note, reason } = costed.line;
		const { normalQuantity, amount, discount, cost, goods } = costed;
		const owner = ownerPart(costed);
		return {
			groupId, saleId: event.id, line: at, productId, unitId, kind: goods?.kind ?? 'unknown', name, unit, quantity,
			normalQuantity, price, amount, discount, cost, note: emptyless(note), reason: emptyless(reason),
			ownerId: owner?.ownerId ?? null, owed: owner?.owed ?? null
		}; // prettier-ignore
	});
}

/** What was not said is kept as nothing. */
function emptyless(text: string): string | null {
	return text === '' ? null : text;
}

function paymentsOf(groupId: string, { event }: AppliedSale) {
	return event.body.payments.map(({ tender, amount, received, reference }, line) => ({
		groupId,
		saleId: event.id,
		line,
		tender,
		amount,
		received,
		reference
	}));
}
