// The copy that a till keeps outside its browser: only the server reads it, and only whole.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSeals } from '#lib/db/seal.server.ts';
import { newId } from '#lib/kernel/id.ts';
import { encryptBackup, type TillCopy } from '#lib/sales/backup.ts';
import { openBackup } from '#lib/sales/open-backup.server.ts';
import { CopyUnreadable } from '#lib/sales/till-refusals.ts';

const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-backup-'));
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

const seals = readSeals(join(folder, 'one.keys'), { make: true });
const others = readSeals(join(folder, 'other.keys'), { make: true });
const copy: TillCopy = {
	groupId: newId(),
	enrolmentId: newId(),
	body: '{"events":["{}"],"buyers":[{"id":"…","name":"Bu Ida","phone":null}]}',
	signature: 'A'.repeat(86)
};
const file = async (): Promise<Uint8Array> => {
	const { id, publicKey } = seals.backupKey();
	return encryptBackup(publicKey, id, copy);
};

describe('a copy', () => {
	test('is read by the server it was made for, also after it was started again', async () => {
		expect(openBackup(seals, await file())).toEqual(copy);
		expect(openBackup(readSeals(join(folder, 'one.keys')), await file())).toEqual(copy);
	});

	test('tells nothing of what is in it, and is another each time', async () => {
		const one = Buffer.from(await file());
		expect(one.includes('Bu Ida')).toBe(false);
		expect(one.equals(Buffer.from(await file()))).toBe(false);
	});

	test('cut off at any byte is refused', async () => {
		const bytes = await file();
		for (let length = 0; length < bytes.length; length++)
			expect(() => openBackup(seals, bytes.subarray(0, length))).toThrow(CopyUnreadable);
	});

	test('with any byte changed is refused', async () => {
		const bytes = await file();
		for (let at = 0; at < bytes.length; at++) {
			const changed = bytes.slice();
			changed[at] = (changed[at] ?? 0) ^ 1;
			expect(() => openBackup(seals, changed)).toThrow(CopyUnreadable);
		}
	});

	test('is not read by another server, also one that calls its key the same', async () => {
		const bytes = await file();
		expect(() => openBackup(others, bytes)).toThrow(CopyUnreadable);
		const { publicKey } = others.backupKey();
		const foreign = await encryptBackup(publicKey, seals.backupKey().id, copy);
		expect(() => openBackup(seals, foreign)).toThrow(CopyUnreadable);
	});
});
