/** *Struk*: a receipt as rows of text, the same from the till's printer and from the server (R4). */
import { type Zone, zoneName, dayOf } from '#lib/kernel/day.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Quantity } from '#lib/kernel/quantity.ts';
import { negated, type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { formatDay, formatHour } from '#lib/look/day-text.ts';
import type { Language } from '#lib/look/language.ts';
import { formatRupiah } from '#lib/look/money.ts';
import { quantityInput } from '#lib/look/quantity-text.ts';
import { rolls } from '#lib/printing/paper.ts';
import { beside, centred, ruled, wrapped } from '#lib/printing/rows.ts';
import { m } from '#texts/messages.js';
import { changeOf } from './cart.ts';
import type { Tender } from './tender.ts';
import { tenderName } from './tender-name.ts';

export interface ReceiptLine {
	readonly name: string;
	/** As people read it: `butir`. */
	readonly unit: string;
	readonly quantity: Quantity;
	readonly price: Rupiah;
	readonly amount: Rupiah;
	/** The line's own discount and its part of the basket's. */
	readonly discount: Rupiah;
	/** About the goods. */
	readonly note?: string | null;
}

export interface ReceiptPayment {
	readonly tender: Tender;
	readonly amount: Rupiah;
	readonly received: Rupiah;
	readonly reference: string | null;
}

export interface Receipt {
	readonly shop: string;
	readonly address: string;
	/** Whom to tell when something is wrong; null when the group names nobody. */
	readonly contact: string | null;
	readonly zone: Zone;
	readonly at: Instant;
	readonly number: string;
	readonly cashier: string | null;
	readonly lines: readonly ReceiptLine[];
	readonly rounding: Rupiah;
	readonly total: Rupiah;
	readonly payments: readonly ReceiptPayment[];
	readonly voided: boolean;
	/** What of it came back since, in rupiah. */
	readonly returned?: Rupiah;
	/** About the sale. */
	readonly note?: string | null;
	/** What a buyer who paid by aid should know. */
	readonly notice?: string | null;
	/** How often it was printed before: 0 for the first. */
	readonly prints: number;
}

/** The receipt in rows of `width` letters. Amounts stand at the right edge; nothing is cut. */
export function receiptLines(receipt: Receipt, language: Language, width: number = rolls[58].columns): string[] {
	const paper: Paper = { language, width };
	return [
		...head(receipt, paper),
		ruled(width),
		...receipt.lines.flatMap((line) => soldRows(line, paper)),
		ruled(width),
		...sums(receipt, paper),
		...foot(receipt, paper)
	].map(plain);
}

interface Paper {
	readonly language: Language;
	readonly width: number;
}

function head(
	{ shop, address, zone, at, number, cashier, voided, prints }: Receipt,
	{ language, width }: Paper
): string[] {
	const moment = `${formatDay(dayOf(at, zone), language, 'paper')} ${formatHour(at, zone, language)} ${zoneName(zone)}`;
	return [
		...(voided ? centred(m.books_receipt_voided({}, { locale: language }), width) : []),
		...(prints > 0 ? centred(m.books_receipt_again({ count: prints + 1 }, { locale: language }), width) : []),
		...centred(shop, width),
		...centred(address, width),
		'',
		...wrapped(moment, width),
		...beside(m.books_receipt_number({}, { locale: language }), number, width),
		...(cashier === null ? [] : beside(m.books_receipt_cashier({}, { locale: language }), cashier, width))
	];
}

function soldRows(
	{ name, unit, quantity, price, amount, discount, note }: ReceiptLine,
	{ language, width }: Paper
): string[] {
	const counted = `  ${quantityInput(quantity, language)} ${unit} x ${formatRupiah(price, language)}`;
	return [
		...wrapped(name, width),
		...beside(counted, formatRupiah(amount, language), width),
		...(discount === 0
			? []
			: beside(
					`  ${m.books_receipt_discount({}, { locale: language })}`,
					formatRupiah(negated(discount), language),
					width
				)),
		...(note ? wrapped(note, width) : [])
	];
}

function sums(receipt: Receipt, { language, width }: Paper): string[] {
	const { lines, rounding, total: sum, payments, returned = rupiah(0), note } = receipt;
	const row = (label: string, amount: Rupiah): string[] => beside(label, formatRupiah(amount, language), width);
	const change = total(payments.map(({ received, amount }) => changeOf(received, amount)));
	const due = total(lines.map((line) => rupiah(line.amount - line.discount)));
	return [
		...(rounding === 0
			? []
			: [
					...row(m.books_receipt_subtotal({}, { locale: language }), due),
					...row(m.books_receipt_rounding({}, { locale: language }), rounding)
				]),
		...row(m.books_receipt_total({}, { locale: language }), sum),
		...payments.flatMap(({ tender, received, reference }) => [
			...row(tenderName(tender, language), received),
			...(reference === null
				? []
				: beside(`  ${m.books_receipt_reference({}, { locale: language })}`, lastDigits(reference), width))
		]),
		...(change === 0 ? [] : row(m.books_receipt_change({}, { locale: language }), change)),
		...(returned === 0 ? [] : row(m.books_receipt_returned({}, { locale: language }), negated(returned))),
		...(note ? wrapped(note, width) : [])
	];
}

function foot({ contact, notice = null }: Receipt, { language, width }: Paper): string[] {
	const words = notice === null ? [] : ['', ...wrapped(notice, width)];
	const thanks = [...words, '', ...centred(m.books_receipt_thanks({}, { locale: language }), width)];
	return contact === null
		? thanks
		: [...thanks, ...centred(m.books_receipt_contact({ contact }, { locale: language }), width)];
}

const digitsShown = 6;

function lastDigits(reference: string): string {
	return reference.slice(-digitsShown);
}

/** What every printer has: plain spaces and signs. */
function plain(row: string): string {
	return row.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-').trimEnd();
}
