/** The list of erasures: a file outside the data folder, only ever appended to, so that no restore takes it back. */
import { constants, existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { writeNewFile } from '#lib/db/disk.server.ts';
import { type Erasure, lineOf, parseLine } from './erasure.ts';

/** What the list says of one installation. */
export interface ListRead {
	readonly erasures: readonly Erasure[];
	/** Numbers of the lines that nobody can read, of whatever installation. */
	readonly brokenLines: readonly number[];
}

const newline = '\n';
/** Without creating: a list that goes missing while the server runs is not quietly begun anew. */
const appending = constants.O_RDWR | constants.O_APPEND;

/** Made by `openErasures`. */
export class ErasureList {
	readonly #file: string;

	constructor(file: string) {
		this.#file = file;
	}

	/** Adds a line; it is on the disk when this resolves. */
	async append(erasure: Erasure): Promise<void> {
		await this.#using(async (handle) => {
			const end = (await endsWhole(handle)) ? '' : newline;
			await handle.appendFile(`${end}${lineOf(erasure)}${newline}`);
			await handle.sync();
		});
	}

	/** The erasures of an installation, each once, in the order in which they were listed. */
	async read(installation: string): Promise<ListRead> {
		const found = new Map<string, Erasure>();
		const brokenLines: number[] = [];
		let number = 0;
		await this.#using(async (handle) => {
			for await (const line of handle.readLines({ start: 0, autoClose: false })) {
				number += 1;
				if (line.trim() === '') continue;
				const erasure = parseLine(line);
				if (erasure === null) brokenLines.push(number);
				else if (erasure.installation === installation)
					found.set(`${erasure.kind} ${erasure.tenantId} ${erasure.id}`, erasure);
			}
		});
		return { erasures: [...found.values()], brokenLines };
	}

	async #using(use: (handle: FileHandle) => Promise<void>): Promise<void> {
		const handle = await open(this.#file, appending);
		try {
			await use(handle);
		} finally {
			await handle.close();
		}
	}
}

/** Whether a new line can follow at once: power may have gone in the middle of the last one. */
async function endsWhole(handle: FileHandle): Promise<boolean> {
	const { size } = await handle.stat();
	if (size === 0) return true;
	const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
	return buffer.toString() === newline;
}

/** Opens the list, making an empty one where none is. Throws with a plain message when it cannot be read and appended to. */
export async function openErasures(file: string): Promise<ErasureList> {
	try {
		if (!existsSync(file)) writeNewFile(file, '');
		const handle = await open(file, appending);
		await handle.close();
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(
			`The list of erasures ${file} cannot be read and written (${why}). Let the server's user own it, or name ` +
				'another file outside the data folder with EWAROENG_ERASURES. Without it a restored copy of the data ' +
				'would know again whom you erased.',
			{ cause: error }
		);
	}
	return new ErasureList(file);
}
