/** The keys of a till, made in this browser and never given out: one signs what it sends, one makes copied PINs worthless. */
import * as v from 'valibot';
import { toBase64url } from '#lib/kernel/base64url.ts';
import { type PublicKey, publicKeyShape } from '#lib/sales/till-key.ts';

export interface TillKeys {
	/** ECDSA P-256. */
	readonly signing: CryptoKey;
	readonly publicKey: PublicKey;
	/** HMAC, over what a PIN becomes. */
	readonly pin: CryptoKey;
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' };
const signature = { name: 'ECDSA', hash: 'SHA-256' };

/** New keys; the private ones can be used here and read nowhere. */
export async function makeTillKeys(): Promise<TillKeys> {
	const { privateKey, publicKey } = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
	const pin = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
	const shown = v.parse(publicKeyShape, await crypto.subtle.exportKey('jwk', publicKey));
	return { signing: privateKey, publicKey: shown, pin };
}

/** The signature of `bytes` as it stands in the header `till-signature`: 64 bytes in base64url. */
export async function signed(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	return toBase64url(new Uint8Array(await crypto.subtle.sign(signature, key, bytes)));
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(text);
}
