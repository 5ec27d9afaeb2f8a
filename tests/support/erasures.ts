/** Lists of erasures in a folder of the test file's own. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-erasures-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where a list may be made that is not there yet. */
export function listFile(): string {
	return join(folder, randomBytes(6).toString('hex'), 'erasures.jsonl');
}
