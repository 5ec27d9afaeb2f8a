/** Wide reads (over more than one group or one month) in a few threads of their own: in the main one they would stop every sale. */
import { join } from 'node:path';
import { root } from '#env';
import { present } from '#lib/kernel/assert.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import type { Reports } from '#reports';
import { WriterClosed } from './writer.server.ts';
import type { Database, DatabaseSource } from './open.server.ts';
import { type Asked, type Beginning, ReadThread } from './read-thread.server.ts';

const threadsMax = 2;
const waitingMax = 32;
const reportMillisecondsMax = 60_000;

/** Too many reports wait already. */
export class ReadsBusy extends Refusal {
	readonly code = 'db.reads-busy';

	constructor() {
		super('Too many reports are being made.');
	}
}

export interface PoolSettings extends Partial<Omit<Beginning, 'source'>> {
	/** The most reports that wait for a thread. */
	readonly waitingMax?: number;
}

interface Task extends Asked {
	readonly resolve: (value: unknown) => void;
	readonly reject: (error: unknown) => void;
}

export class ReadPool {
	readonly #beginning: Beginning;
	readonly #waitingMax: number;
	readonly #waiting: Task[] = [];
	readonly #threads = new Set<ReadThread>();
	readonly #idle: ReadThread[] = [];
	#closed = false;

	constructor(source: DatabaseSource, settings: PoolSettings = {}) {
		this.#waitingMax = settings.waitingMax ?? waitingMax;
		this.#beginning = {
			source,
			reportsFile: settings.reportsFile ?? join(root, 'src/reports.ts'),
			reportMillisecondsMax: settings.reportMillisecondsMax ?? reportMillisecondsMax
		};
	}

	/** Makes the report `name` in a thread. Throws ReadsBusy, ReportTooLong, and what the report throws. */
	run(name: string, args: unknown): Promise<unknown> {
		if (this.#closed) return Promise.reject(new WriterClosed());
		if (this.#waiting.length >= this.#waitingMax) return Promise.reject(new ReadsBusy());
		return new Promise((resolve, reject) => {
			this.#waiting.push({ name, args, resolve, reject });
			this.#assign();
		});
	}

	/** Begins a thread, so that the first report need not wait for one. */
	begin(): void {
		const thread = this.#freeThread();
		if (thread !== null) this.#idle.push(thread);
	}

	/** Refuses what waits, ends what runs, and resolves when all threads are gone. */
	async close(): Promise<void> {
		this.#closed = true;
		for (const task of this.#waiting.splice(0)) task.reject(new WriterClosed());
		const threads = [...this.#threads];
		for (const thread of threads) thread.end();
		await Promise.all(threads.map((thread) => thread.gone));
	}

	#assign(): void {
		while (this.#waiting.length > 0) {
			const thread = this.#freeThread();
			if (thread === null) return;
			void this.#make(thread, present(this.#waiting.shift(), 'a report that waits'));
		}
	}

	#freeThread(): ReadThread | null {
		for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) if (!idle.isEnding) return idle;
		if (this.#threads.size >= threadsMax) return null;
		const thread = new ReadThread(this.#beginning);
		this.#threads.add(thread);
		void thread.gone.then(() => {
			this.#threads.delete(thread);
			this.#assign();
		});
		return thread;
	}

	/** A thread that is ending is replaced only once it is gone, so that there are never more than allowed. */
	async #make(thread: ReadThread, { name, args, resolve, reject }: Task): Promise<void> {
		await thread.ask({ name, args }).then(resolve, reject);
		if (thread.isEnding) return;
		this.#idle.push(thread);
		this.#assign();
	}
}

const pools = new WeakMap<Database, ReadPool>();

/**
 * Makes the report `name` of `src/reports.ts` beside the works of `db`. Arguments and answer are plain data. Throws
 * ReadsBusy, ReportTooLong, and what the report throws.
 */
export async function wideRead<Name extends keyof Reports>(
	db: Database,
	name: Name,
	args: Parameters<Reports[Name]>[1]
): Promise<Awaited<ReturnType<Reports[Name]>>> {
	return (await poolOf(db).run(name, args)) as Awaited<ReturnType<Reports[Name]>>;
}

/** Has a thread begin for the wide reads of `db`, before the first is asked for. */
export function beginReads(db: Database): void {
	poolOf(db).begin();
}

function poolOf(db: Database): ReadPool {
	const known = pools.get(db);
	if (known !== undefined) return known;
	const pool = new ReadPool(db.source);
	pools.set(db, pool);
	db.beforeClose(() => pool.close());
	return pool;
}
