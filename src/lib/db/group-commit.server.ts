/** SQLite's one writer: works that wait at the same moment share a commit, each in a savepoint of its own. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause, setImmediate as nextTurn } from 'node:timers/promises';
import { clearImmediate, setImmediate } from 'node:timers';
import Sqlite from 'better-sqlite3';
import { Bug } from '#lib/kernel/assert.ts';
import { lend, type Unit, type Watch } from './gate.server.ts';
import { type Writer, WriterClosed } from './writer.server.ts';
import type { SqliteLink } from './sqlite.server.ts';

/** The most works in one commit. */
export const groupMax = 64;
/** No work joins a commit that began this long ago, in milliseconds. */
const gatherMillisecondsMax = 5;
/** While another process holds the lock: how often it is asked for, for how long each time, and with what pause. */
const beginTriesMax = 100;
const beginMilliseconds = 20;
const beginPauseMilliseconds = 50;

interface Waiting {
	readonly unit: Unit<unknown>;
	readonly resolve: (value: unknown) => void;
	readonly reject: (error: unknown) => void;
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

export class GroupCommit implements Writer {
	readonly #link: SqliteLink;
	readonly #queue: Waiting[] = [];
	readonly #gatherMilliseconds: number;
	#draining: Promise<void> | null = null;
	#closed = false;

	constructor(link: SqliteLink, { gatherMilliseconds = gatherMillisecondsMax } = {}) {
		this.#link = link;
		this.#gatherMilliseconds = gatherMilliseconds;
		link.raw.pragma(`busy_timeout = ${beginMilliseconds}`);
	}

	write<Value>(_line: string, unit: Unit<Value>): Promise<Value> {
		if (this.#closed) return Promise.reject(new WriterClosed());
		return new Promise<Value>((resolve, reject) => {
			// Bound to its caller: the group runs in the context of whoever came first, and a log line must not name another.
			const bound = AsyncLocalStorage.bind(unit);
			this.#queue.push({ unit: bound, resolve: resolve as (value: unknown) => void, reject });
			this.#draining ??= this.#drain();
		});
	}

	async close(): Promise<void> {
		this.#closed = true;
		if (this.#draining !== null) await this.#draining;
	}

	/** Never rejects. Nothing is awaited between finding the queue empty and saying so: no work can be forgotten. */
	async #drain(): Promise<void> {
		while (this.#queue.length > 0) {
			await nextTurn();
			await this.#commitTogether();
		}
		this.#draining = null;
	}

	/** Runs waiting works one after another and answers them after the commit. */
	async #commitTogether(): Promise<void> {
		const group: Waiting[] = [];
		const outcomes: Outcome[] = [];
		try {
			await this.#begin();
			const begun = performance.now();
			while (group.length < groupMax && (group.length === 0 || performance.now() - begun < this.#gatherMilliseconds)) {
				const waiting = this.#queue.shift();
				if (waiting === undefined) break;
				group.push(waiting);
				outcomes.push(await this.#inSavepoint(waiting));
			}
			this.#exec('commit');
		} catch (error) {
			this.#leaveTransaction();
			if (group.length === 0) for (const waiting of this.#queue.splice(0)) waiting.reject(error);
			for (const waiting of group) await this.#alone(waiting);
			return;
		}
		group.forEach((waiting, index) => answer(waiting, outcomes[index]));
	}

	/** One work of a group. Throws when the error took the whole transaction with it: then nothing of the group is kept. */
	async #inSavepoint(waiting: Waiting): Promise<Outcome> {
		this.#exec('savepoint work');
		try {
			const value = await lend(this.#link, waiting.unit, oneTurn);
			this.#exec('release work');
			return { value };
		} catch (error) {
			if (!this.#link.raw.inTransaction) throw error;
			this.#exec('rollback to work');
			this.#exec('release work');
			return { error };
		}
	}

	/** A work of a group that was lost, once more, in a transaction of its own. */
	async #alone(waiting: Waiting): Promise<void> {
		try {
			await this.#begin();
			const value = await lend(this.#link, waiting.unit, oneTurn);
			this.#exec('commit');
			waiting.resolve(value);
		} catch (error) {
			this.#leaveTransaction();
			waiting.reject(error);
		}
	}

	/** Another process may be writing (a migration, a script): its turn is waited for without stopping this one. */
	async #begin(): Promise<void> {
		for (let tries = 1; ; tries++) {
			try {
				this.#exec('begin immediate');
				return;
			} catch (error) {
				if (tries >= beginTriesMax || !isBusy(error)) throw error;
				await pause(beginPauseMilliseconds);
			}
		}
	}

	/** A rollback that fails leaves a connection on which the next begin fails, and says so to whoever waits. */
	#leaveTransaction(): void {
		if (!this.#link.raw.inTransaction) return;
		try {
			this.#exec('rollback');
		} catch {
			return;
		}
	}

	#exec(sql: string): void {
		this.#link.statement(sql).prepared.run();
	}
}

/**
 * On SQLite a work's queries are answered at once, so a whole work fits between two turns of the event loop. One that
 * does not awaits something else (a network, a file, a hash), and everyone else's sale waits with it: it is given up.
 */
const oneTurn: Watch = (giveUp) => {
	const turn = setImmediate(() => {
		giveUp(new Bug('a work awaited something other than its own queries'));
	});
	return () => {
		clearImmediate(turn);
	};
};

function isBusy(error: unknown): boolean {
	return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function answer(waiting: Waiting, outcome: Outcome | undefined): void {
	if (outcome === undefined) return;
	if ('error' in outcome) waiting.reject(outcome.error);
	else waiting.resolve(outcome.value);
}
