/** Whose key a till has, and whether bytes were signed by it. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import * as v from 'valibot';
import { type Database, readPrepared } from '#lib/db/open.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { isSignature, type PublicKey, publicKeyShape } from './till-key.ts';

/** A till as its signature is checked. */
export interface Signer {
	readonly groupId: Id;
	readonly enrolmentId: Id;
	readonly code: string;
	/** As JWK text; null for a till of the program itself, for which nobody can sign. */
	readonly publicKey: string | null;
	readonly seenAt: Instant | null;
}

const keyOfTill = prepared((db, p: { groupId: string; id: string }) =>
	db
		.selectFrom('enrolment')
		.select(['code', 'publicKey', 'seenAt'])
		.where('groupId', '=', p.groupId)
		.where('id', '=', p.id)
);

/** Throws NotFound when the group has no such till. */
export async function signerOf(db: Database, groupId: Id, enrolmentId: Id): Promise<Signer> {
	const [row] = await readPrepared(db, keyOfTill, { groupId, id: enrolmentId });
	if (row === undefined) throw new NotFound('till');
	const { code, publicKey, seenAt } = row;
	return { groupId, enrolmentId, code, publicKey, seenAt: seenAt === null ? null : instant(seenAt) };
}

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
