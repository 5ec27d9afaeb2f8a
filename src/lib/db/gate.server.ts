/** A work's handle on its transaction: it closes when the work's function settles, and throws on later use. */
import type { DatabaseConnection } from 'kysely';
import { Bug } from '#lib/kernel/assert.ts';
import type { Link } from './link.server.ts';

export class Gate {
	readonly #link: Link;
	#open = true;
	#underWay = 0;

	constructor(link: Link) {
		this.#link = link;
	}

	/** Kysely's way to the connection. */
	async provideConnection<Value>(consumer: (connection: DatabaseConnection) => Promise<Value>): Promise<Value> {
		this.#enter();
		try {
			return await consumer(this.#link);
		} finally {
			this.#underWay -= 1;
		}
	}

	/** The short way for prepared queries: no promise is made where the engine answers at once. */
	camelRows(sql: string, parameters: readonly unknown[]): Promise<Record<string, unknown>[]> {
		this.#enter();
		try {
			const rows = this.#link.camelRows(sql, parameters);
			if (rows instanceof Promise) return rows.finally(() => (this.#underWay -= 1));
			this.#underWay -= 1;
			return Promise.resolve(rows);
		} catch (error) {
			this.#underWay -= 1;
			return Promise.reject(error instanceof Error ? error : new Error(String(error)));
		}
	}

	/** No more use; a query that nobody awaited makes the work fail instead of running inside the next one's savepoint. */
	close(): void {
		this.#open = false;
		if (this.#underWay > 0) throw new Bug('a query of this work was not awaited');
	}

	#enter(): void {
		if (!this.#open) throw new Bug('this work is over; its handle was used after it settled');
		this.#underWay += 1;
	}
}
