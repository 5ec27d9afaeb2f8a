/** Sealing of what must not be readable in a stolen copy: AES-256-GCM, bound to its table, tenant, row and column. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { assert, present } from '#lib/kernel/assert.ts';
import { type BackupPoint, backupPair, pointOf } from './backup-key.server.ts';
import { writeNewFile } from './disk.server.ts';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Where a sealed value stands; a value moved elsewhere does not open. */
export interface Place {
	readonly table: string;
	readonly tenantId: string;
	readonly rowId: string;
	readonly column: string;
}

interface Key {
	readonly id: string;
	/** 32 bytes, base64. */
	readonly secret: string;
}

/** The keys of an installation, newest first; they live in a file outside the data folder. */
export class Seals {
	readonly #keys: readonly Key[];

	constructor(keys: readonly Key[]) {
		assert(keys.length > 0, 'an installation has a key');
		this.#keys = keys;
	}

	/** `keyId.nonce.ciphertext.tag`, each base64url. */
	seal(plain: string, place: Place): string {
		const key = present(this.#keys[0], 'the newest key');
		const nonce = randomBytes(nonceBytes);
		const cipher = createCipheriv(algorithm, Buffer.from(key.secret, 'base64'), nonce, { authTagLength: tagBytes });
		cipher.setAAD(bytesOf(place));
		const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
		return [key.id, ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
	}

	/** Throws an error when the value was changed, moved, or sealed with a key that is gone. */
	open(sealed: string, place: Place): string {
		const [keyId, ...parts] = sealed.split('.');
		const [nonce, body, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
		const key = this.#keys.find((candidate) => candidate.id === keyId);
		if (key === undefined || nonce === undefined || body === undefined || tag === undefined)
			throw new Error('a sealed value has no key here');
		const decipher = createDecipheriv(algorithm, Buffer.from(key.secret, 'base64'), nonce, { authTagLength: tagBytes });
		decipher.setAAD(bytesOf(place));
		decipher.setAuthTag(tag);
		return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
	}

	/** The newest key to which tills encrypt their copies, by its id. */
	backupKey(): { readonly id: string; readonly publicKey: BackupPoint } {
		const { id, secret } = present(this.#keys[0], 'the newest key');
		return { id, publicKey: pointOf(backupPair(Buffer.from(secret, 'base64'))) };
	}

	/** What a key of ours and the public `point` (uncompressed) have in common; null when there is no such key or point. */
	sharedWith(keyId: string, point: Uint8Array): Buffer | null {
		const key = this.#keys.find((candidate) => candidate.id === keyId);
		if (key === undefined) return null;
		try {
			return backupPair(Buffer.from(key.secret, 'base64')).computeSecret(point);
		} catch {
			return null;
		}
	}

	/** A mark by which equal values can be found without being read; `purpose` keeps marks of two uses apart. */
	mark(purpose: string, plain: string): string {
		const oldest = present(this.#keys.at(-1), 'the oldest key');
		return createHmac('sha256', Buffer.from(oldest.secret, 'base64'))
			.update(`${purpose}\0${plain}`)
			.digest('base64url');
	}
}

function bytesOf({ table, tenantId, rowId, column }: Place): Buffer {
	return Buffer.from([table, tenantId, rowId, column].join('\0'), 'utf8');
}

/** Reads the key file, making one with a fresh key (mode 0600) where `make` allows and none is there. */
export function readSeals(file: string, { make = false } = {}): Seals {
	if (!existsSync(file)) {
		if (!make) throw new Error(`The key file ${file} is missing. Without it sealed data cannot be read.`);
		const key: Key = { id: randomBytes(4).toString('hex'), secret: randomBytes(32).toString('base64') };
		writeNewFile(file, `${JSON.stringify([key], null, '\t')}\n`);
	}
	const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
	if (!Array.isArray(parsed) || !parsed.every(isKey)) throw new Error(`The key file ${file} is damaged.`);
	return new Seals(parsed);
}

function isKey(value: unknown): value is Key {
	if (typeof value !== 'object' || value === null || !('id' in value) || !('secret' in value)) return false;
	return (
		typeof value.id === 'string' &&
		typeof value.secret === 'string' &&
		Buffer.from(value.secret, 'base64').length === 32
	);
}
