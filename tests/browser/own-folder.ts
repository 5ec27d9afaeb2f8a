/** A folder for the tests of a file, or of the group of tests, that asks; it goes when they are done. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';

export interface OwnFolder {
	readonly path: string;
}

export function ownFolder(): OwnFolder {
	let path = '';
	test.beforeAll(() => {
		path = mkdtempSync(join(tmpdir(), 'ewaroeng-test-'));
	});
	test.afterAll(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
	return {
		get path() {
			return path;
		}
	};
}
