/** SQLite's one writer: works that wait at the same moment share a commit, each in a savepoint of its own. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Link, Writer } from './link.server.ts';
import { WriterClosed } from './link.server.ts';
import type { SqliteLink } from './sqlite.server.ts';

/** The most works in one commit. */
export const groupMax = 64;
/** No work joins a commit that began this long ago, in milliseconds. */
const gatherMilliseconds = 5;

interface Waiting {
	readonly unit: (link: Link) => Promise<unknown>;
	readonly resolve: (value: unknown) => void;
	readonly reject: (error: unknown) => void;
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

export class GroupCommit implements Writer {
	readonly #link: SqliteLink;
	readonly #queue: Waiting[] = [];
	#draining: Promise<void> | null = null;
	#closed = false;

	constructor(link: SqliteLink) {
		this.#link = link;
	}

	write<Value>(unit: (link: Link) => Promise<Value>): Promise<Value> {
		if (this.#closed) return Promise.reject(new WriterClosed());
		return new Promise<Value>((resolve, reject) => {
			this.#queue.push({ unit, resolve: resolve as (value: unknown) => void, reject });
			this.#draining ??= this.#drain().finally(() => (this.#draining = null));
		});
	}

	async close(): Promise<void> {
		this.#closed = true;
		while (this.#draining !== null) await this.#draining;
	}

	async #drain(): Promise<void> {
		while (this.#queue.length > 0) {
			await nextTurn();
			await this.#commitTogether();
		}
	}

	/** Runs waiting works one after another and answers them after the commit. */
	async #commitTogether(): Promise<void> {
		const group: Waiting[] = [];
		const outcomes: Outcome[] = [];
		try {
			this.#exec('begin immediate');
			const begun = performance.now();
			while (group.length < groupMax && (group.length === 0 || performance.now() - begun < gatherMilliseconds)) {
				const waiting = this.#queue.shift();
				if (waiting === undefined) break;
				group.push(waiting);
				outcomes.push(await this.#inSavepoint(waiting));
			}
			this.#exec('commit');
		} catch (error) {
			this.#leaveTransaction();
			if (group.length === 0) this.#queue.shift()?.reject(error);
			for (const waiting of group) await this.#alone(waiting);
			return;
		}
		group.forEach((waiting, index) => answer(waiting, outcomes[index]));
	}

	/** One work of a group. Throws when the error took the whole transaction with it: then nothing of the group is kept. */
	async #inSavepoint(waiting: Waiting): Promise<Outcome> {
		this.#exec('savepoint work');
		try {
			const value = await waiting.unit(this.#link);
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
			this.#exec('begin immediate');
			const value = await waiting.unit(this.#link);
			this.#exec('commit');
			waiting.resolve(value);
		} catch (error) {
			this.#leaveTransaction();
			waiting.reject(error);
		}
	}

	#leaveTransaction(): void {
		if (this.#link.raw.inTransaction) this.#exec('rollback');
	}

	#exec(sql: string): void {
		this.#link.statement(sql).prepared.run();
	}
}

function answer(waiting: Waiting, outcome: Outcome | undefined): void {
	if (outcome === undefined) return;
	if ('error' in outcome) waiting.reject(outcome.error);
	else waiting.resolve(outcome.value);
}
