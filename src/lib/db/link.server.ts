/** What both engines give a work to talk through: one connection inside one transaction. */
import type { DatabaseConnection } from 'kysely';

export interface Link extends DatabaseConnection {
	/** Rows of compiled SQL with keys as the code names them; SQLite answers at once, PostgreSQL later. */
	camelRows(
		sql: string,
		parameters: readonly unknown[]
	): Record<string, unknown>[] | Promise<Record<string, unknown>[]>;
}

/** Runs one unit of writing: all of it is durable when the promise resolves, none of it when it rejects. */
export interface Writer {
	write<Value>(unit: (link: Link) => Promise<Value>): Promise<Value>;
	/** Waits for what is under way, then refuses what comes after. */
	close(): Promise<void>;
}

export class WriterClosed extends Error {
	override readonly name = 'WriterClosed';

	constructor() {
		super('the database is closing');
	}
}
