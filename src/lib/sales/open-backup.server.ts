/** Reading the file in which a till kept events outside its browser. */
import { createDecipheriv, hkdfSync } from 'node:crypto';
import * as v from 'valibot';
import type { Seals } from '#lib/db/seal.server.ts';
import { backupMark, backupPurpose, backupVersion, nonceBytes, pointBytes, tagBytes, type TillCopy } from './backup.ts';
import { CopyUnreadable } from './till-refusals.ts';
import { idField, textField } from './wire-fields.ts';

const copyShape = v.object({
	groupId: idField,
	enrolmentId: idField,
	body: v.string(),
	signature: textField(100)
});

/** The copy in `file`. Throws CopyUnreadable when it is cut off, changed, or made for another server. */
export function openBackup(seals: Seals, file: Uint8Array): TillCopy {
	const { keyId, point, nonce, head, sealed } = partsOf(file);
	const shared = seals.sharedWith(keyId, point);
	if (shared === null || sealed.length < tagBytes) throw new CopyUnreadable();
	const key = Buffer.from(hkdfSync('sha256', shared, point, backupPurpose, 32));
	const parsed = v.safeParse(copyShape, parsedJson(opened(key, nonce, head, sealed)));
	if (!parsed.success) throw new CopyUnreadable();
	return parsed.output;
}

function partsOf(file: Uint8Array) {
	const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
	const idAt = backupMark.length + 2;
	const isOurs = bytes.subarray(0, backupMark.length).toString('latin1') === backupMark;
	if (!isOurs || bytes[backupMark.length] !== backupVersion) throw new CopyUnreadable();
	const pointAt = idAt + (bytes[backupMark.length + 1] ?? 0);
	const nonceAt = pointAt + pointBytes;
	const sealedAt = nonceAt + nonceBytes;
	return {
		keyId: bytes.subarray(idAt, pointAt).toString('latin1'),
		point: bytes.subarray(pointAt, nonceAt),
		nonce: bytes.subarray(nonceAt, sealedAt),
		head: bytes.subarray(0, sealedAt),
		sealed: bytes.subarray(sealedAt)
	};
}

function opened(key: Buffer, nonce: Buffer, head: Buffer, sealed: Buffer): string {
	try {
		const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
		decipher.setAAD(head);
		decipher.setAuthTag(sealed.subarray(-tagBytes));
		return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
	} catch {
		throw new CopyUnreadable();
	}
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
