/** Where files lie: on disk, named by their content, photos apart from papers. */
import { Disk, errors } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { assert } from '#lib/kernel/assert.ts';
import { NotFound } from '#lib/kernel/refusal.ts';

/** Photos may be seen by anyone, papers only by permission: they never share a folder. */
export type Shelf = 'photos' | 'papers';

export class Files {
	readonly #disk: Disk;

	/** `folder` is made when the first file is written. */
	constructor(folder: string) {
		this.#disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
	}

	/** Writes bytes under the hash of the original; the same content is the same file. */
	async put(shelf: Shelf, sha256: string, name: string, bytes: Uint8Array): Promise<void> {
		await this.#disk.put(keyOf(shelf, sha256, name), bytes);
	}

	/** Throws NotFound. */
	async get(shelf: Shelf, sha256: string, name: string): Promise<Uint8Array> {
		try {
			return await this.#disk.getBytes(keyOf(shelf, sha256, name));
		} catch (error) {
			if (error instanceof errors.E_CANNOT_READ_FILE) throw new NotFound('file');
			throw error;
		}
	}
}

/** The files of an installation; `folder` is `<data>/files`. */
export function openFiles(folder: string): Files {
	return new Files(folder);
}

function keyOf(shelf: Shelf, sha256: string, name: string): string {
	assert(/^[0-9a-f]{64}$/.test(sha256), 'a file is named by its hash');
	assert(/^[a-z0-9]+(\.[a-z0-9]+)?$/.test(name), `${name} is no name of a file`);
	return `${shelf}/${sha256.slice(0, 2)}/${sha256.slice(2)}/${name}`;
}
