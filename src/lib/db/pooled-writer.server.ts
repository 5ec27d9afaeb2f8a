/** PostgreSQL's writers: one transaction a work, tried again when the server asks for it. */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Bug } from '#lib/kernel/assert.ts';
import { lend, type Unit, type Watch } from './gate.server.ts';
import { type Writer, WriterClosed } from './writer.server.ts';
import { isPassing, PostgresLink } from './postgres.server.ts';

/** The most tries of one work, and how long it waits before the second, in milliseconds; each wait is twice the last. */
const triesMax = 5;
const retryMilliseconds = 10;
/** A work that takes longer holds its tenant up for nothing: it is given up. */
const workMillisecondsMax = 60_000;

export class PooledWriter implements Writer {
	readonly #pool: pg.Pool;
	/** The last unit of each line that is not done; it never rejects. */
	readonly #lines = new Map<string, Promise<void>>();
	readonly #underWay = new Set<Promise<unknown>>();
	#closed = false;

	constructor(pool: pg.Pool) {
		this.#pool = pool;
	}

	async write<Value>(line: string, unit: Unit<Value>): Promise<Value> {
		if (this.#closed) throw new WriterClosed();
		const writing = this.#inLine(line, () => this.#tryOften(unit));
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

	/** Works of one tenant wait for its head row: they wait here instead, where that takes no connection from others. */
	async #inLine<Value>(line: string, task: () => Promise<Value>): Promise<Value> {
		const before = this.#lines.get(line);
		const mine = before === undefined ? task() : before.then(task);
		const done = mine.then(
			() => undefined,
			() => undefined
		);
		this.#lines.set(line, done);
		try {
			return await mine;
		} finally {
			if (this.#lines.get(line) === done) this.#lines.delete(line);
		}
	}

	async #tryOften<Value>(unit: Unit<Value>): Promise<Value> {
		for (let tries = 1; ; tries++) {
			try {
				return await this.#tryOnce(unit);
			} catch (error) {
				if (tries >= triesMax || !(error instanceof Passing)) throw error instanceof Passing ? error.cause : error;
				await pause(retryMilliseconds * 2 ** (tries - 1));
			}
		}
	}

	async #tryOnce<Value>(unit: Unit<Value>): Promise<Value> {
		const client = await this.#pool.connect();
		const link = new PostgresLink(client);
		try {
			await client.query('begin isolation level read committed read write');
			const value = await lend(link, unit, oneMinute);
			const { command } = await client.query('commit');
			// A failed statement that went unseen turns COMMIT into ROLLBACK without an error.
			if (command !== 'COMMIT') throw new Error('the transaction was rolled back at its commit');
			client.release();
			return value;
		} catch (error) {
			await giveBack(client, error);
			throw link.failedInPassing || isPassing(error) ? new Passing(error) : error;
		}
	}
}

/** Wraps an error that another try may not meet: a deadlock, or rows that another transaction changed first. */
class Passing extends Error {
	constructor(cause: unknown) {
		super('another try may succeed', { cause });
	}
}

class TooLong extends Bug {}

const oneMinute: Watch = (giveUp) => {
	const timer = setTimeout(() => {
		giveUp(new TooLong(`a work took longer than ${workMillisecondsMax} ms`));
	}, workMillisecondsMax);
	return () => {
		clearTimeout(timer);
	};
};

/** Undoes what was written and gives the connection back; one that cannot roll back, or is still busy, is closed. */
async function giveBack(client: pg.PoolClient, error: unknown): Promise<void> {
	if (error instanceof TooLong) {
		client.release(error);
		return;
	}
	await client.query('rollback').then(
		() => {
			client.release();
		},
		(broken: unknown) => {
			client.release(broken instanceof Error ? broken : true);
		}
	);
}
