/** The key to which tills encrypt their copies: made from a key of the installation's file, so that nothing more is kept. */
import { createECDH, type ECDH, hkdfSync } from 'node:crypto';

/** The order of P-256: a private key is a number below it, and not zero. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
/** Sixteen bytes more than needed, so that the remainder is even. */
const drawnBytes = 48;
const keyBytes = 32;

/** The public half as JWK. */
export interface BackupPoint {
	readonly kty: 'EC';
	readonly crv: 'P-256';
	readonly x: string;
	readonly y: string;
}

/** The pair that belongs to a secret of the key file; the same secret gives the same pair. */
export function backupPair(secret: Uint8Array): ECDH {
	const drawn = Buffer.from(hkdfSync('sha256', secret, '', 'e-waroeng backup key', drawnBytes));
	const number = (BigInt(`0x${drawn.toString('hex')}`) % (order - 1n)) + 1n;
	const pair = createECDH('prime256v1');
	pair.setPrivateKey(Buffer.from(number.toString(16).padStart(keyBytes * 2, '0'), 'hex'));
	return pair;
}

export function pointOf(pair: ECDH): BackupPoint {
	const point = pair.getPublicKey();
	const part = (from: number) => point.subarray(from, from + keyBytes).toString('base64url');
	return { kty: 'EC', crv: 'P-256', x: part(1), y: part(1 + keyBytes) };
}
