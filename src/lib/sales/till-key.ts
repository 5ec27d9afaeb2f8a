/** The key by which a till is known: what it signs, and the forms in which key and signature travel. */
import * as v from 'valibot';

/** The header with the signature: 64 bytes (ECDSA P-256, SHA-256, IEEE P1363) in base64url. */
export const tillSignatureHeader = 'till-signature';
/** The header with the till's time, which a signed question carries so that it cannot be asked again later. */
export const tillTimeHeader = 'till-time';
/** How far that time may be from the server's. */
export const tillClockMax = 15 * 60_000;

/** A coordinate of P-256: 32 bytes in base64url. */
const coordinate = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** A public key of P-256 as JWK. */
export const publicKeyShape = v.object({
	kty: v.literal('EC'),
	crv: v.literal('P-256'),
	x: coordinate,
	y: coordinate
});
export type PublicKey = v.InferOutput<typeof publicKeyShape>;

/** The key as it is kept and compared. */
export function publicKeyText({ kty, crv, x, y }: PublicKey): string {
	return JSON.stringify({ kty, crv, x, y });
}

/** What is signed to ask for `path` at `time`. */
export function askingText(path: string, time: string): string {
	return `GET ${path} ${time}`;
}

const signatureForm = /^[A-Za-z0-9_-]{86}$/;

/** Whether text has the form of a signature. */
export function isSignature(text: string): boolean {
	return signatureForm.test(text);
}
