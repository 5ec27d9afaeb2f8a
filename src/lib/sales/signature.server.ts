/** Whether bytes were signed by a till's key. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import * as v from 'valibot';
import { isSignature, type PublicKey, publicKeyShape } from './till-key.ts';

const keysMax = 2000;
const keys = new Map<string, KeyObject | null>();

/** Whether `signature` is that of `bytes` by the key, which is JWK text; false for what is no key or no signature. */
export function isSignedBy(keyText: string, bytes: Uint8Array, signature: string): boolean {
	const key = keyFrom(keyText);
	if (key === null || !isSignature(signature)) return false;
	return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

/** Whether the key's point lies on the curve. */
export function isKey(key: PublicKey): boolean {
	return keyOf(key) !== null;
}

/** The same till asks often: its key is read once. */
function keyFrom(text: string): KeyObject | null {
	let key = keys.get(text);
	if (key !== undefined) return key;
	const parsed = v.safeParse(publicKeyShape, JSON.parse(text));
	key = parsed.success ? keyOf(parsed.output) : null;
	if (keys.size >= keysMax) keys.clear();
	keys.set(text, key);
	return key;
}

function keyOf(key: PublicKey): KeyObject | null {
	try {
		return createPublicKey({ key, format: 'jwk' });
	} catch {
		return null;
	}
}
