/**
 * What a till sends: events that tell of themselves, each as text whose bytes are kept and hashed, each naming the hash of
 * the one before. A released version is read for 400 days; its examples in `tests/contract/sales` are never edited.
 */
import * as v from 'valibot';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { bodies, type BodyOf, type EventKind } from './wire-bodies.ts';
import { hashField, idField, instantField, textField, wholeField } from './wire-fields.ts';
import { firstBodies, kindSince } from './wire-first.ts';

const wireVersion = 2;
/** The largest event, in characters. */
const eventLengthMax = 200_000;
const sequenceMax = 1_000_000_000;
/** A phone whose clock was lost stands decades behind. */
const offsetMax = 10 ** 13;

const Head = v.object({
	v: v.number(),
	id: idField,
	enrolmentId: idField,
	/** 1, 2, 3 … of the till, over all kinds of event. */
	sequence: wholeField(1, sequenceMax),
	/** SHA-256 of the till's event before, base64url; of the enrolment's id for the first. Version 1 had none. */
	previous: v.optional(v.nullable(hashField), null),
	kind: textField(40),
	/** The device's own clock, untouched. */
	deviceAt: instantField,
	/** The server's clock less the device's, as measured in this page session; null when it never was. */
	offsetMs: v.nullable(wholeField(0 - offsetMax, offsetMax)),
	body: v.unknown()
});

export type EventHead = v.InferOutput<typeof Head>;

interface Told<Kind extends EventKind> {
	readonly id: Id;
	readonly enrolmentId: Id;
	readonly sequence: number;
	readonly previous: string | null;
	readonly kind: Kind;
	readonly deviceAt: Instant;
	readonly offsetMs: number | null;
	readonly body: BodyOf<Kind>;
}

/** An event of one kind. */
export type EventOf<Kind extends EventKind> = { readonly [K in Kind]: Told<K> }[Kind];
export type SaleEvent = Told<'sale'>;
export type TillEvent = EventOf<EventKind>;

/** The text of an event, as it is kept, sent and hashed. */
export function eventText({ id, enrolmentId, sequence, previous, kind, deviceAt, offsetMs, body }: TillEvent): string {
	return JSON.stringify({ v: wireVersion, id, enrolmentId, sequence, previous, kind, deviceAt, offsetMs, body });
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
	const schema = schemaOf(version, kind);
	if (schema === null) return { problem: 'version' };
	const read = v.safeParse(schema, body, { abortEarly: true });
	if (!read.success) return { problem: 'body', field: fieldOf(read.issues) };
	const since = version === 1 ? (kindSince[kind] ?? kind) : kind;
	return { event: { ...rest, kind: since, body: read.output } as TillEvent };
}

function schemaOf(version: number, kind: string): v.GenericSchema<unknown, TillEvent['body']> | null {
	const known: Readonly<Record<string, v.GenericSchema<unknown, TillEvent['body']>>> =
		version === wireVersion ? bodies : version === 1 ? firstBodies : {};
	return Object.hasOwn(known, kind) ? (known[kind] ?? null) : null;
}

function fieldOf(issues: readonly v.BaseIssue<unknown>[]): string {
	const [issue] = issues;
	return issue === undefined ? '' : (v.getDotPath(issue) ?? 'body');
}
