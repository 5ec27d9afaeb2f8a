/**
 * The file in which a till keeps unsent events outside its browser, encrypted so that only the server can read it: ECDH
 * P-256 with a key of this file alone, HKDF-SHA-256, AES-256-GCM (`docs/decisions/0010-chain-signature-and-enrolment.md`).
 *
 * | bytes  | what |
 * | ------ | ---- |
 * | 4      | `EWTB` |
 * | 1      | version, 1 |
 * | 1 + n  | id of the server's key, ASCII, after its length |
 * | 65     | public key of this file, uncompressed |
 * | 12     | nonce |
 * | rest   | AES-256-GCM of the copy as JSON; all bytes before it are bound to it |
 */
import type { Id } from '#lib/kernel/id.ts';
import type { PublicKey } from './till-key.ts';

/** What a till sends by another way: the body of a delivery and the till's signature over it. */
export interface TillCopy {
	readonly groupId: Id;
	readonly enrolmentId: Id;
	/** `{"events":[…],"buyers":[…]}`, exactly as it is signed. */
	readonly body: string;
	readonly signature: string;
}

export const backupMark = 'EWTB';
export const backupVersion = 1;
export const pointBytes = 65;
export const nonceBytes = 12;
export const tagBytes = 16;
/** What the shared secret is made into a key for. */
export const backupPurpose = 'e-waroeng till copy 1';

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** Encrypts a till's copy to the server's key `keyId`. */
export async function encryptBackup(
	publicKey: Readonly<Pick<PublicKey, 'x' | 'y'>>,
	keyId: string,
	copy: TillCopy
): Promise<Uint8Array<ArrayBuffer>> {
	const { x, y } = publicKey;
	const server = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x, y }, curve, false, []);
	const own = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
	const point = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey));
	const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: server }, own.privateKey, 256);
	const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
	const head = headOf(keyId, point, nonce);
	const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: head };
	const sealed = await crypto.subtle.encrypt(algorithm, await keyFrom(shared, point), bytesOf(JSON.stringify(copy)));
	return joined(head, new Uint8Array(sealed));
}

function headOf(keyId: string, point: Uint8Array, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
	const id = bytesOf(keyId);
	return joined(bytesOf(backupMark), Uint8Array.of(backupVersion, id.length), id, point, nonce);
}

async function keyFrom(shared: ArrayBuffer, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
	const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
	const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info: bytesOf(backupPurpose) };
	return crypto.subtle.deriveKey(algorithm, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(text);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
