/** Finding a sale again: by the number on its receipt, or by the signed codes that its receipt carries. */
import { type Day, dayOf, type Zone } from '#lib/kernel/day.ts';
import { later } from '#lib/kernel/instant.ts';
import { joined, type SalePart } from '#lib/printing/sale-code.ts';
import { parseReceiptNumber, receiptNumber } from '#lib/sales/till-code.ts';
import { readEvent, readHead } from '#lib/sales/wire.ts';
import type { KeptEvent } from './kept.ts';
import type { Sold } from './sold.ts';

/** How long a till keeps what was sold at it, in days. */
export const keptDays = 35;

/** The number that a person means: `123` is this till's `B-000123`, `a 12` another's; null when it is none. */
export function numberMeant(typed: string, code: string): string | null {
	const [, letters = '', digits] = /^([A-Za-z]{0,4})[\s-]*(\d{1,9})$/.exec(typed.trim()) ?? [];
	if (digits === undefined) return null;
	const number = receiptNumber(letters === '' ? code : letters.toUpperCase(), Number(digits));
	return parseReceiptNumber(number) === null ? null : number;
}

export type FromCodes =
	| { readonly kind: 'sale'; readonly sold: Sold }
	/** More codes of the same receipt are to be scanned. */
	| { readonly kind: 'missing'; readonly missing: readonly number[] }
	| { readonly kind: 'unreadable' };

/** The sale in the codes of a receipt, of whichever till. Whether its signature is right only the server can tell. */
export function saleOfCodes(parts: readonly SalePart[], zone: Zone): FromCodes {
	const read = joined(parts);
	if ('problem' in read)
		return read.problem === 'missing' ? { kind: 'missing', missing: read.missing } : { kind: 'unreadable' };
	const text = read.sale.eventText;
	const head = readHead(text);
	const told = head === null ? null : readEvent(head);
	if (told === null || !('event' in told) || told.event.kind !== 'sale') return { kind: 'unreadable' };
	const { id, enrolmentId, sequence, deviceAt, offsetMs, body } = told.event;
	const at = later(deviceAt, offsetMs ?? 0);
	const day: Day = dayOf(at, zone);
	const event: KeptEvent = {
		enrolmentId, sequence, id, kind: 'sale', saleId: id, shiftId: body.shiftId, receipt: body.receiptNumber, at, day,
		cashier: '', text, state: 'applied', prints: 0
	}; // prettier-ignore
	return { kind: 'sale', sold: { id, event, body, voided: null } };
}
