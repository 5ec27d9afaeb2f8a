/**
 * The signed codes of a receipt: the exact text of the till's event and its signature, in as many QR codes as it takes, from
 * which the sale can be entered again when nothing else is left of it. The form is described in
 * `docs/decisions/0011-paper-and-codes.md`.
 */
import { assert } from '#lib/kernel/assert.ts';
import { type Id, isId } from '#lib/kernel/id.ts';
import { fromBase45, toBase45 } from './base45.ts';
import { checksum } from './checksum.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { asJson } from './pack-writer.ts';

/** What each code begins with: whose it is, and the version of its form. */
const mark = 'EWR1:';
/** What the largest code, version 12-M, holds in its alphabet, less the mark; two bytes take three letters. */
const lettersMax = 419 - mark.length;
const headBytes = 6;
const bodyMax = Math.floor(lettersMax / 3) * 2 - headBytes;
const partsMax = 99;
const signatureBytes = 64;

export interface SignedEvent {
	readonly enrolmentId: Id;
	/** Exactly as it was hashed and signed. */
	readonly eventText: string;
	/** ECDSA P-256 over the event's text, 64 bytes (IEEE P1363). */
	readonly signature: Uint8Array;
}

/** The codes' texts in order; an event that needs more codes than can be numbered is a Bug. */
export function saleCodes(eventText: string, signature: Uint8Array): string[] {
	assert(signature.length === signatureBytes, 'a signature has 64 bytes');
	const whole = Uint8Array.from([...signature, ...packJson(eventText)]);
	const count = Math.ceil(whole.length / bodyMax);
	assert(count <= partsMax, `${count} codes are too many`);
	const tag = checksum(whole);
	return Array.from({ length: count }, (_, index) => {
		const body = whole.subarray(index * bodyMax, (index + 1) * bodyMax);
		return mark + toBase45(Uint8Array.from([...tagBytes(tag), index, count, ...body]));
	});
}

/** One code as it was scanned: which receipt it is of, and its place among the receipt's codes. */
export interface SalePart {
	/** The same for all codes of a receipt. */
	readonly tag: number;
	/** From 0. */
	readonly index: number;
	readonly count: number;
	readonly body: Uint8Array;
}

/** Why text is no part: another's code, or one of ours that was read wrong. */
export type PartProblem = 'not-ours' | 'later-version' | 'damaged';

export function readPart(text: string): SalePart | PartProblem {
	if (!text.startsWith(mark)) return /^EWR\d+:/.test(text) ? 'later-version' : 'not-ours';
	const bytes = fromBase45(text.slice(mark.length));
	if (bytes === null || bytes.length <= headBytes) return 'damaged';
	const [a = 0, b = 0, c = 0, d = 0, index = 0, count = 0] = bytes;
	if (index >= count || count > partsMax) return 'damaged';
	return { tag: ((a << 24) | (b << 16) | (c << 8) | d) >>> 0, index, count, body: bytes.subarray(headBytes) };
}

export type ReadSale =
	| { readonly sale: SignedEvent }
	| { readonly problem: PartProblem }
	/** Codes of more than one receipt. */
	| { readonly problem: 'mixed' }
	/** The codes that are still to be scanned, from 1. */
	| { readonly problem: 'missing'; readonly missing: readonly number[] };

/** The event of the codes in `texts`, scanned in any order and as often as one likes. */
export function readSale(texts: readonly string[]): ReadSale {
	const parts: SalePart[] = [];
	for (const text of texts) {
		const part = readPart(text);
		if (typeof part === 'string') return { problem: part };
		parts.push(part);
	}
	return joined(parts);
}

/** The event of parts that were read. */
export function joined(parts: readonly SalePart[]): ReadSale {
	const [first] = parts;
	if (first === undefined) return { problem: 'missing', missing: [1] };
	if (parts.some(({ tag, count }) => tag !== first.tag || count !== first.count)) return { problem: 'mixed' };
	const bodies = new Map(parts.map(({ index, body }) => [index, body]));
	const places = Array.from({ length: first.count }, (_, index) => index);
	const missing = places.filter((index) => !bodies.has(index)).map((index) => index + 1);
	if (missing.length > 0) return { problem: 'missing', missing };
	const whole = Uint8Array.from(places.flatMap((index) => [...(bodies.get(index) ?? [])]));
	return checksum(whole) === first.tag ? opened(whole) : { problem: 'damaged' };
}

function opened(whole: Uint8Array): ReadSale {
	const eventText = unpackJson(whole.subarray(signatureBytes));
	const enrolmentId = eventText === null ? null : enrolmentOf(eventText);
	if (eventText === null || enrolmentId === null) return { problem: 'damaged' };
	return { sale: { enrolmentId, eventText, signature: whole.slice(0, signatureBytes) } };
}

function enrolmentOf(eventText: string): Id | null {
	const event = asJson(eventText);
	if (typeof event !== 'object' || event === null || !('enrolmentId' in event)) return null;
	const { enrolmentId } = event;
	return typeof enrolmentId === 'string' && isId(enrolmentId) ? enrolmentId : null;
}

function tagBytes(tag: number): number[] {
	return [tag >>> 24, (tag >>> 16) & 0xff, (tag >>> 8) & 0xff, tag & 0xff];
}
