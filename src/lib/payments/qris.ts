/**
 * QRIS: the one payment code of Indonesia. A group has a printed one of its own without an amount; with an amount put in, the
 * buyer's phone asks for no more than a PIN (EMVCo QRCPS-MPM 1.1 and Bank Indonesia's national standard, PADG 21/18/2019).
 */
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { present } from '#lib/kernel/assert.ts';
import { crc16, type Field, readFields, valueOf, writeFields } from './tlv.ts';
import { QrisAmountTooLarge, QrisDamaged, QrisHasAmount, QrisNotIndonesian, QrisUnreadable } from './qris-refusals.ts';

const tags = {
	format: '00', use: '01', currency: '53', amount: '54', country: '58', merchant: '59', city: '60', postalCode: '61',
	check: '63'
} as const; // prettier-ignore
/** The code may be paid again and again, the buyer typing the amount; or once, with the amount in it. */
const [manyTimes, once] = ['11', '12'];
const rupiahCode = '360';
const nationalName = 'ID.CO.QRIS.WWW';
/** Templates of the national directory and of each bank or wallet. */
const accountTags = /^(2[6-9]|[34]\d|5[01])$/;
const lengthMax = 512;
const checkLength = 4;

/** A group's own code, to which an amount may be put. */
export interface StaticQris {
	/** As it is printed. */
	readonly text: string;
	/** Whom the buyer's phone will show. */
	readonly merchant: string;
	readonly city: string | null;
	readonly postalCode: string | null;
	/** The merchant's number in the national directory (NMID). */
	readonly merchantNumber: string | null;
}

/**
 * Reads a merchant's own QRIS. Throws QrisUnreadable, QrisDamaged (the check is wrong), QrisNotIndonesian (another country,
 * currency or scheme) and QrisHasAmount (made for one payment).
 */
export function readStaticQris(typed: string): StaticQris {
	const text = typed.trim();
	const fields = checkedFields(text);
	const national = nationalFields(fields);
	const isRupiah = valueOf(fields, tags.currency) === rupiahCode && valueOf(fields, tags.country) === 'ID';
	if (national === null || !isRupiah) throw new QrisNotIndonesian();
	const use = valueOf(fields, tags.use) ?? manyTimes;
	if (use !== manyTimes || valueOf(fields, tags.amount) !== null) throw new QrisHasAmount();
	const merchant = valueOf(fields, tags.merchant);
	if (merchant === null) throw new QrisUnreadable();
	return {
		text,
		merchant,
		city: valueOf(fields, tags.city),
		postalCode: valueOf(fields, tags.postalCode),
		merchantNumber: valueOf(national, '02')
	};
}

/** The text of a code that asks for `amount`, once. Throws QrisAmountTooLarge above `max`, the dated limit of a payment. */
export function withAmount({ text }: StaticQris, amount: Rupiah, max: Rupiah): string {
	if (amount <= 0 || amount > max) throw new QrisAmountTooLarge(amount, max);
	const fields = present(readFields(text), 'fields of a code that was read before');
	const kept = fields.filter(({ tag }) => ![tags.format, tags.use, tags.check, tags.amount].some((own) => own === tag));
	const currencyAt = kept.findIndex(({ tag }) => tag === tags.currency);
	const body = writeFields([
		{ tag: tags.format, value: '01' },
		{ tag: tags.use, value: once },
		...kept.slice(0, currencyAt + 1),
		{ tag: tags.amount, value: String(amount) },
		...kept.slice(currencyAt + 1)
	]);
	return checked(body);
}

/** The text with its check: over everything before it, the check's own tag and length included. */
function checked(body: string): string {
	const start = `${body}${tags.check}0${checkLength}`;
	return start + crc16(start);
}

function checkedFields(text: string): Field[] {
	const fields = text.length > lengthMax ? null : readFields(text);
	const [first] = fields ?? [];
	const last = fields?.at(-1);
	if (fields === null || first?.tag !== tags.format || first.value !== '01') throw new QrisUnreadable();
	if (last?.tag !== tags.check || last.value.length !== checkLength) throw new QrisUnreadable();
	if (crc16(text.slice(0, -checkLength)) !== last.value.toUpperCase()) throw new QrisDamaged();
	return fields;
}

/** The template that says that the code is of the national standard. */
function nationalFields(fields: readonly Field[]): Field[] | null {
	const templates = fields.filter(({ tag }) => accountTags.test(tag)).map(({ value }) => readFields(value) ?? []);
	return templates.find((own) => valueOf(own, '00')?.toUpperCase() === nationalName) ?? null;
}
