/** The envelope in which a till sends events: their texts, and beside them the names of buyers who must be known. */
import * as v from 'valibot';
import { withoutCardNumbers } from '#lib/kernel/card-number.ts';
import { idField } from './wire-fields.ts';

/** The most events in one delivery. */
export const deliveryMax = 500;
const buyersMax = 500;

const nameMax = 120;
const phoneMax = 30;

/** A name that is too long is cut, and what may be a card number is taken out: neither keeps the events beside it from arriving. */
const buyerShape = v.object({
	id: idField,
	name: v.pipe(
		v.string(),
		v.transform((name) => withoutCardNumbers(name.trim().slice(0, nameMax)))
	),
	phone: v.pipe(
		v.nullable(v.string()),
		v.transform((phone) => withoutCardNumbers(phone?.trim().slice(0, phoneMax) ?? '') || null)
	)
});

const envelopeOf = (eventsMax: number) =>
	v.object({
		events: v.pipe(v.array(v.string()), v.maxLength(eventsMax)),
		buyers: v.optional(v.pipe(v.array(buyerShape), v.maxLength(buyersMax)), [])
	});

export type Envelope = v.InferOutput<ReturnType<typeof envelopeOf>>;

/** The envelope in `body`, or where it breaks the rules. */
export function readEnvelope(body: string, eventsMax = deliveryMax): Envelope | { readonly problem: string } {
	const read = v.safeParse(envelopeOf(eventsMax), parsed(body), { abortEarly: true });
	if (read.success) return read.output;
	const [issue] = read.issues;
	return { problem: v.getDotPath(issue) ?? 'body' };
}

function parsed(body: string): unknown {
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
}
