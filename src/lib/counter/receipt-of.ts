/** The receipt of a sale of this till, in the rows that are shown, printed and sent. */
import { shownPhone } from '#lib/identity/phone.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { basketOf } from '#lib/sales/cart.ts';
import { type Receipt, receiptLines } from '#lib/sales/receipt.ts';
import type { ByCard, SaleBody } from '#lib/sales/wire-bodies.ts';
import { m } from '#texts/messages.js';
import { getLocale } from '#texts/runtime.js';
import type { TillGroup } from './answers.ts';
import { paysByAid } from './aid-now.ts';
import { paperOf } from './open-papers.ts';
import type { Sold } from './sold.ts';
import { shownUnit } from '#lib/catalog/unit-name.ts';

/** The rows on paper of 58 mm; `prints` is how often the receipt was printed before. */
export function receiptRows(sold: Sold, group: Omit<TillGroup, 'may'>, prints: number): string[] {
	return receiptLines(receiptOf(sold, group, prints), getLocale());
}

/** The receipt as a message: WhatsApp shows what stands between these marks in letters of one width. */
export function receiptText(sold: Sold, group: Omit<TillGroup, 'may'>): string {
	return ['```', ...receiptRows(sold, group, 0), '```'].join('\n');
}

/** The receipt, whatever it is shown on. */
export function receiptOf({ event, body, voided }: Sold, group: Omit<TillGroup, 'may'>, prints: number): Receipt {
	const { lines } = basketOf(body.lines, body.discount);
	return {
		shop: group.name,
		address: group.address,
		contact: group.phone === null ? null : shownPhone(group.phone),
		zone: group.zone,
		at: event.at,
		number: body.receiptNumber,
		cashier: event.cashier,
		lines: body.lines.map((line, index) => ({
			name: line.name,
			unit: shownUnit(line.unit),
			quantity: line.quantity,
			price: line.price,
			amount: lines[index]?.amount ?? rupiah(0),
			discount: lines[index]?.discount ?? rupiah(0)
		})),
		rounding: body.rounding,
		total: body.total,
		payments: body.payments.map(({ card, ...paid }) => ({ ...paid, reference: paid.reference ?? numberOf(card) })),
		note: openNote(body),
		notice: paysByAid(body) ? m.aid_till_receipt_foot() : null,
		voided: voided !== null,
		prints
	};
}

/** By what a swipe or a coupon is found again; a paper has a line of its own. */
function numberOf(card: ByCard | undefined): string | null {
	return card === undefined || card.kind === 'deed' ? null : card.number;
}

/** What is still to be done after the sale. */
function openNote(body: SaleBody): string | null {
	const paper = paperOf(body);
	const notes = [
		...(paper === null ? [] : [m.aid_till_receipt_paper({ number: paper.number })]),
		...(body.handover === 'later' ? [m.aid_till_receipt_follows()] : [])
	];
	return notes.length === 0 ? null : notes.join(' ');
}
