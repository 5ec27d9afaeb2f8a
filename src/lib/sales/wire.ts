/**
 * What a till sends, version 1: events that tell of themselves, each as text whose bytes are kept and hashed. A released
 * version is read for 400 days; its examples in `tests/contract/sales` are never edited.
 */
import * as v from 'valibot';
import { type Id, isId } from '#lib/kernel/id.ts';
import { type Instant, parseInstant } from '#lib/kernel/instant.ts';
import { type Quantity, quantityMax } from '#lib/kernel/quantity.ts';
import { amountMax, priceMax, type Rupiah } from '#lib/kernel/rupiah.ts';
import { isKeepable } from '#lib/kernel/text.ts';
import { tenders } from './tender.ts';
import { receiptNumberForm } from './till-code.ts';

const wireVersion = 1;
/** The largest event, in characters. */
const eventLengthMax = 200_000;
export const linesMax = 200;
const paymentsMax = 10;
const printsMax = 100_000;
const sequenceMax = 1_000_000_000;
/** A phone whose clock was lost stands decades behind. */
const offsetMax = 10 ** 13;

const idField = v.custom<Id>((value) => typeof value === 'string' && isId(value), 'an id');
const instantField = v.custom<Instant>(
	(value) => typeof value === 'string' && parseInstant(value) === value,
	'an instant'
);
const text = (max: number) => v.pipe(v.string(), v.maxLength(max), v.check(isKeepable, 'text that can be kept'));
const rupiahUpTo = (max: number, min = 0) => v.custom<Rupiah>((value) => isWhole(value, min, max), 'whole rupiah');
const quantityField = v.custom<Quantity>((value) => isWhole(value, 1, quantityMax), 'whole thousandths');

function isWhole(value: unknown, min: number, max: number): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max;
}

const Head = v.object({
	v: v.number(),
	id: idField,
	enrolmentId: idField,
	/** 1, 2, 3 … of the till, over all kinds of event. */
	sequence: v.custom<number>((value) => isWhole(value, 1, sequenceMax), 'a number of an event'),
	kind: text(40),
	/** The device's own clock, untouched. */
	deviceAt: instantField,
	/** The server's clock less the device's, as measured in this page session; null when it never was. */
	offsetMs: v.nullable(v.custom<number>((value) => isWhole(value, 0 - offsetMax, offsetMax), 'milliseconds')),
	body: v.unknown()
});

const SaleLine = v.object({
	productId: idField,
	unitId: idField,
	/** As shown to the buyer: words of the group about its goods. */
	name: text(200),
	unit: text(40),
	/** Thousandths of the unit. */
	quantity: quantityField,
	/** Thousandths of the normal unit in one unit. */
	factor: quantityField,
	price: rupiahUpTo(priceMax),
	/** Off this line alone; its part of the basket's discount is computed. */
	discount: rupiahUpTo(amountMax)
});

const Payment = v.object({
	tender: v.picklist(tenders),
	amount: rupiahUpTo(amountMax),
	/** Cash handed over; the amount for other tenders. */
	received: rupiahUpTo(amountMax),
	reference: v.nullable(text(60))
});

const SaleBody = v.object({
	receiptNumber: v.pipe(v.string(), v.regex(receiptNumberForm)),
	cashierId: idField,
	/** Who will pay a kasbon; a random id, the name travels beside the event. */
	partyId: v.nullable(idField),
	lines: v.pipe(v.array(SaleLine), v.minLength(1), v.maxLength(linesMax)),
	/** Off the whole basket. */
	discount: rupiahUpTo(amountMax),
	/** What cash rounding took off: zero or negative. */
	rounding: rupiahUpTo(0, -99),
	/** Lines less discounts, rounded: what the payments sum to. */
	total: rupiahUpTo(amountMax),
	payments: v.pipe(v.array(Payment), v.maxLength(paymentsMax))
});

export const voidReasons = ['wrong-goods', 'wrong-quantity', 'buyer-left', 'other'] as const;
export type VoidReason = (typeof voidReasons)[number];

const VoidBody = v.object({
	saleId: idField,
	reason: v.picklist(voidReasons),
	/** Why, in the cashier's words; never about the buyer. */
	note: text(300),
	cashierId: idField
});

const ReprintBody = v.object({
	saleId: idField,
	/** How often the receipt had been printed before. */
	prints: v.custom<number>((value) => isWhole(value, 1, printsMax), 'a number of prints'),
	cashierId: idField
});

export type EventHead = v.InferOutput<typeof Head>;
export type SaleLine = v.InferOutput<typeof SaleLine>;
export type Payment = v.InferOutput<typeof Payment>;
export type SaleBody = v.InferOutput<typeof SaleBody>;
export type VoidBody = v.InferOutput<typeof VoidBody>;
export type ReprintBody = v.InferOutput<typeof ReprintBody>;

interface Told<Kind extends string, Body> {
	readonly id: Id;
	readonly enrolmentId: Id;
	readonly sequence: number;
	readonly kind: Kind;
	readonly deviceAt: Instant;
	readonly offsetMs: number | null;
	readonly body: Body;
}

export type SaleEvent = Told<'sale', SaleBody>;
export type VoidEvent = Told<'void', VoidBody>;
/** A receipt that was printed once more. */
export type ReprintEvent = Told<'reprint', ReprintBody>;
export type TillEvent = SaleEvent | VoidEvent | ReprintEvent;

/** The text of an event, as it is kept, sent and hashed. */
export function eventText({ id, enrolmentId, sequence, kind, deviceAt, offsetMs, body }: TillEvent): string {
	return JSON.stringify({ v: wireVersion, id, enrolmentId, sequence, kind, deviceAt, offsetMs, body });
}

/** The head of an event, or null when the text is none: then it cannot even be kept. */
export function readHead(text: string): EventHead | null {
	if (text.length > eventLengthMax) return null;
	const read = v.safeParse(Head, parsed(text), { abortEarly: true });
	return read.success ? read.output : null;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

export type ReadEvent =
	| { readonly event: TillEvent }
	| { readonly problem: 'version' }
	/** Where the body breaks the rules, such as `lines.0.quantity`. */
	| { readonly problem: 'body'; readonly field: string };

/** The event of a head whose body is read by the rules of its version and kind. */
export function readEvent(head: EventHead): ReadEvent {
	const { v: version, body, kind, ...rest } = head;
	if (version !== wireVersion) return { problem: 'version' };
	if (kind === 'sale') return readBody(SaleBody, body, (told) => ({ ...rest, kind, body: told }));
	if (kind === 'void') return readBody(VoidBody, body, (told) => ({ ...rest, kind, body: told }));
	if (kind === 'reprint') return readBody(ReprintBody, body, (told) => ({ ...rest, kind, body: told }));
	return { problem: 'version' };
}

function readBody<Schema extends v.GenericSchema>(
	schema: Schema,
	body: unknown,
	eventOf: (told: v.InferOutput<Schema>) => TillEvent
): ReadEvent {
	const read = v.safeParse(schema, body, { abortEarly: true });
	return read.success ? { event: eventOf(read.output) } : { problem: 'body', field: fieldOf(read.issues) };
}

function fieldOf(issues: readonly v.BaseIssue<unknown>[]): string {
	const [issue] = issues;
	return issue === undefined ? '' : (v.getDotPath(issue) ?? 'body');
}
