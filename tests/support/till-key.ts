/** A till's key as a phone would have it: it signs what is delivered and what is asked. */
import { generateKeyPairSync, sign } from 'node:crypto';
import * as v from 'valibot';
import {
	askingText,
	type PublicKey,
	publicKeyShape,
	tillSignatureHeader,
	tillTimeHeader
} from '#lib/sales/till-key.ts';

export interface TestKey {
	readonly publicKey: PublicKey;
	/** The signature of bytes, or of text as UTF-8. */
	sign(bytes: Uint8Array | string): string;
	/** The headers of a delivery of exactly this body. */
	posting(body: Uint8Array | string): Record<string, string>;
	/** The headers of a question. */
	asking(path: string, time: string): Record<string, string>;
}

export function testKey(): TestKey {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const signed = (bytes: Uint8Array | string): string =>
		sign('sha256', Buffer.from(bytes), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
	return {
		publicKey: v.parse(publicKeyShape, publicKey.export({ format: 'jwk' })),
		sign: signed,
		posting: (body) => ({ 'content-type': 'application/json', [tillSignatureHeader]: signed(body) }),
		asking: (path, time) => ({ [tillTimeHeader]: time, [tillSignatureHeader]: signed(askingText(path, time)) })
	};
}
