/**
 * JSON text packed for a code on paper, and restored byte for byte: ids, moments, hashes and known words take a few bytes,
 * and objects with the same keys as one before name no keys again. Text that would not come back the same is kept as it is.
 */
import { assert } from '#lib/kernel/assert.ts';
import { PackReader } from './pack-reader.ts';
import { asJson, PackWriter } from './pack-writer.ts';

/** The first byte says how the rest is written; more ways may come, none is ever changed. */
const asText = 0;
const asPacked = 1;

const encoder = new TextEncoder();

export function packJson(text: string): Uint8Array {
	assert(text.isWellFormed(), 'text has whole letters');
	const packed = packedOf(text);
	if (packed !== null && unpackJson(packed) === text) return packed;
	return Uint8Array.from([asText, ...encoder.encode(text)]);
}

function packedOf(text: string): Uint8Array | null {
	const value = asJson(text);
	if (value === undefined) return null;
	const writer = new PackWriter();
	writer.value(value);
	return Uint8Array.from([asPacked, ...writer.bytes]);
}

/** The text, or null when the bytes are not whole or of a later way. */
export function unpackJson(bytes: Uint8Array): string | null {
	const [way] = bytes;
	if (way === asText) return textOf(bytes.subarray(1));
	return way === asPacked ? new PackReader(bytes.subarray(1)).text() : null;
}

function textOf(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}
