/** A work's handle on its transaction: it closes when the work's function settles, and throws on later use. */
import type { DatabaseConnection } from 'kysely';
import { Bug } from '#lib/kernel/assert.ts';

import type { Link } from './link.server.ts';

/**
 * Counts the queries under way and remembers the first that failed. A failed statement ends the work on every engine, even
 * when its error was caught: PostgreSQL has given the transaction up by then, and SQLite may have left it, so that what
 * follows would be kept statement by statement.
 */
export class Gate {
	readonly #link: Link;
	#open = true;
	#underWay = 0;
	#failure: Error | null = null;

	constructor(link: Link) {
		this.#link = link;
	}

	/** Kysely's way to the connection. */
	async provideConnection<Value>(consumer: (connection: DatabaseConnection) => Promise<Value>): Promise<Value> {
		return this.during(async () => {
			try {
				return await consumer(this.#link);
			} catch (error) {
				throw this.#failed(error);
			}
		});
	}

	/** The short way for prepared queries: no promise is made where the engine answers at once. */
	camelRows(sql: string, parameters: readonly unknown[]): Promise<Record<string, unknown>[]> {
		const shut = this.#whyShut();
		if (shut !== null) return Promise.reject(shut);
		this.#underWay += 1;
		try {
			const rows = this.#link.camelRows(sql, parameters);
			if (rows instanceof Promise) return this.#later(rows);
			this.#underWay -= 1;
			return Promise.resolve(rows);
		} catch (error) {
			this.#underWay -= 1;
			return Promise.reject(this.#failed(error));
		}
	}

	/** Keeps the work from ending well before `task` has settled. */
	async during<Value>(task: () => Promise<Value>): Promise<Value> {
		const shut = this.#whyShut();
		if (shut !== null) throw shut;
		this.#underWay += 1;
		try {
			return await task();
		} finally {
			this.#underWay -= 1;
		}
	}

	/** Throws when the work is over. */
	checkOpen(): void {
		if (!this.#open) throw new Over();
	}

	/**
	 * Throws when the value that the work gave cannot be kept: a statement failed, or a query was not awaited, which would
	 * run inside the next work.
	 */
	checkSettled(): void {
		if (this.#failure !== null) throw this.#failure;
		if (this.#underWay > 0) throw new Bug('a query of this work was not awaited');
	}

	close(): void {
		this.#open = false;
	}

	#whyShut(): Error | null {
		return this.#open ? this.#failure : new Over();
	}

	async #later(rows: Promise<Record<string, unknown>[]>): Promise<Record<string, unknown>[]> {
		try {
			return await rows;
		} catch (error) {
			throw this.#failed(error);
		} finally {
			this.#underWay -= 1;
		}
	}

	#failed(error: unknown): Error {
		const failure = error instanceof Error ? error : new Error(String(error));
		this.#failure ??= failure;
		return failure;
	}
}

class Over extends Bug {
	constructor() {
		super('this work is over; its handle was used after it settled');
	}
}

/** One unit of writing: all of it is durable when its writer's promise resolves, none of it when that rejects. */
export type Unit<Value> = (gate: Gate) => Promise<Value>;

/** Begins to watch a work; may call `giveUp`, which ends it. Gives what ends the watch. */
export type Watch = (giveUp: (why: Error) => void) => () => void;

/** Runs `unit` through a gate over `link`, which is closed when this settles. */
export async function lend<Value>(link: Link, unit: Unit<Value>, watch: Watch): Promise<Value> {
	const gate = new Gate(link);
	const { promise: givenUp, reject: giveUp } = Promise.withResolvers<never>();
	const endWatch = watch(giveUp);
	try {
		const value = await Promise.race([unit(gate), givenUp]);
		gate.checkSettled();
		return value;
	} finally {
		endWatch();
		gate.close();
	}
}
