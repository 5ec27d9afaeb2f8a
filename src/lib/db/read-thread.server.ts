/** One thread that makes reports, one at a time, with a reader of its own (`read-worker.server.ts` is what runs in it). */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { root } from '#env';
import { type Facts, Refusal } from '#lib/kernel/refusal.ts';
import type { DatabaseSource } from './open.server.ts';

/** More than this and the thread ends, before the process does: a report adds up in SQL and answers with few rows. */
const megabytesMax = 512;

/** What a thread is begun with. */
export interface Beginning {
	readonly source: DatabaseSource;
	/** The file that exports `reports`. */
	readonly reportsFile: string;
	readonly reportMillisecondsMax: number;
}

/** What a thread is asked. */
export interface Asked {
	readonly name: string;
	readonly args: unknown;
}

/** What a thread says: that it can be asked, and then an answer to each question. */
export type Said =
	| { readonly ready: true }
	| { readonly value: unknown }
	| { readonly refused: { readonly code: string; readonly message: string; readonly facts: Facts } }
	| { readonly failed: unknown };

/** The report was given up because it took too long. */
export class ReportTooLong extends Refusal {
	readonly code = 'db.report-too-long';
	readonly seconds: number;

	constructor(milliseconds: number) {
		const seconds = Math.round(milliseconds / 1000);
		super(`The report took longer than ${seconds} seconds.`);
		this.seconds = seconds;
	}
}

/** A refusal that was thrown in a thread, as it was told here. */
export class RefusedThere extends Refusal {
	readonly code: string;
	readonly #facts: Facts;

	constructor({ code, message, facts }: { code: string; message: string; facts: Facts }) {
		super(message);
		this.code = code;
		this.#facts = facts;
	}

	override facts(): Facts {
		return this.#facts;
	}
}

class ThreadLost extends Error {
	constructor(cause?: unknown) {
		super('the thread that made the report ended', { cause });
	}
}

export class ReadThread {
	/** Resolves when the thread has ended. */
	readonly gone: Promise<unknown>;
	readonly #worker: Worker;
	readonly #millisecondsMax: number;
	readonly #ready: Promise<unknown>;
	#isEnding = false;

	constructor(beginning: Beginning) {
		this.#millisecondsMax = beginning.reportMillisecondsMax;
		this.#worker = new Worker(join(root, 'src/lib/db/read-worker.server.ts'), {
			workerData: beginning,
			execArgv: [],
			resourceLimits: { maxOldGenerationSizeMb: megabytesMax }
		});
		// It ends after an error; whoever asked is told so, and without a listener the whole process would end.
		this.#worker.on('error', () => (this.#isEnding = true));
		this.#worker.on('exit', () => (this.#isEnding = true));
		this.gone = new Promise((resolve) => this.#worker.on('exit', resolve));
		this.#ready = this.#nextWord(null);
		// Whoever asks is told why it never was; nobody may have asked yet.
		this.#ready.catch(() => undefined);
		this.#worker.unref();
	}

	/** Whether it can be asked nothing more. */
	get isEnding(): boolean {
		return this.#isEnding;
	}

	/** The answer to one question. Throws ReportTooLong (and ends), what the report threw, and ThreadLost. */
	async ask(asked: Asked): Promise<unknown> {
		this.#worker.ref();
		try {
			await this.#ready;
			this.#worker.postMessage(asked);
			return valueOf(await this.#nextWord(this.#millisecondsMax));
		} finally {
			this.#worker.unref();
		}
	}

	end(): void {
		this.#isEnding = true;
		void this.#worker.terminate();
	}

	#nextWord(millisecondsMax: number | null): Promise<Said> {
		const worker = this.#worker;
		return new Promise((resolve, reject) => {
			const timer = millisecondsMax === null ? undefined : setTimeout(() => {
				this.end();
				settle(() => reject(new ReportTooLong(millisecondsMax)));
			}, millisecondsMax); // prettier-ignore
			const onSaid = (said: Said): void => settle(() => resolve(said));
			const onError = (error: unknown): void => settle(() => reject(new ThreadLost(error)));
			const onExit = (): void => settle(() => reject(new ThreadLost()));
			const settle = (done: () => void): void => {
				clearTimeout(timer);
				worker.off('message', onSaid).off('error', onError).off('exit', onExit);
				done();
			};
			worker.on('message', onSaid).on('error', onError).on('exit', onExit);
		});
	}
}

function valueOf(said: Said): unknown {
	if ('value' in said) return said.value;
	if ('refused' in said) throw new RefusedThere(said.refused);
	throw 'failed' in said && said.failed instanceof Error ? said.failed : new Error('a report failed', { cause: said });
}
