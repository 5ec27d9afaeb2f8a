/** PostgreSQL's writers: one transaction a work, tried again when the server asks for it. */
import pg from 'pg';
import { type Link, type Writer, WriterClosed } from './link.server.ts';
import { PostgresLink } from './postgres.server.ts';

const triesMax = 5;
const serializationFailure = '40001';
const deadlockDetected = '40P01';

export class PooledWriter implements Writer {
	readonly #pool: pg.Pool;
	readonly #underWay = new Set<Promise<unknown>>();
	#closed = false;

	constructor(pool: pg.Pool) {
		this.#pool = pool;
	}

	async write<Value>(unit: (link: Link) => Promise<Value>): Promise<Value> {
		if (this.#closed) throw new WriterClosed();
		const writing = this.#tryOften(unit);
		this.#underWay.add(writing);
		try {
			return await writing;
		} finally {
			this.#underWay.delete(writing);
		}
	}

	async close(): Promise<void> {
		this.#closed = true;
		await Promise.allSettled(this.#underWay);
	}

	async #tryOften<Value>(unit: (link: Link) => Promise<Value>): Promise<Value> {
		for (let tries = 1; ; tries++) {
			try {
				return await this.#tryOnce(unit);
			} catch (error) {
				if (tries >= triesMax || !isPassing(error)) throw error;
			}
		}
	}

	async #tryOnce<Value>(unit: (link: Link) => Promise<Value>): Promise<Value> {
		const client = await this.#pool.connect();
		try {
			await client.query('begin');
			const value = await unit(new PostgresLink(client));
			const { command } = await client.query('commit');
			// A failed statement that the work swallowed turns COMMIT into ROLLBACK without an error.
			if (command !== 'COMMIT') throw new Error('the transaction was rolled back at its commit');
			client.release();
			return value;
		} catch (error) {
			await client.query('rollback').then(
				() => client.release(),
				(broken: unknown) => client.release(broken instanceof Error ? broken : true)
			);
			throw error;
		}
	}
}

function isPassing(error: unknown): boolean {
	return error instanceof pg.DatabaseError && (error.code === serializationFailure || error.code === deadlockDetected);
}
