/** Making sure that what was written to files is on the disk before anybody relies on it. */
import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Has the disk keep a file, or the names in a folder. */
export function sync(path: string): void {
	const handle = openSync(path, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Makes the folder of `file`, for its owner's eyes only, where it is missing. */
export function makeFolderOf(file: string): void {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
}

/** Writes a new file for its owner's eyes only; on the disk when this returns. Throws when it is already there. */
export function writeNewFile(file: string, text: string): void {
	makeFolderOf(file);
	writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true });
	sync(dirname(file));
}
