/** What both engines give a work to talk through: one connection inside one transaction. */
import type { DatabaseConnection } from 'kysely';
import type { Gate } from './gate.server.ts';

export interface Link extends DatabaseConnection {
	/** Rows of compiled SQL with keys as the code names them; SQLite answers at once, PostgreSQL later. */
	camelRows(
		sql: string,
		parameters: readonly unknown[]
	): Record<string, unknown>[] | Promise<Record<string, unknown>[]>;
}

/** One unit of writing: all of it is durable when its writer's promise resolves, none of it when that rejects. */
export type Unit<Value> = (gate: Gate) => Promise<Value>;

export interface Writer {
	/**
	 * Runs `unit`, perhaps more than once, and resolves when what it wrote is durable. Units of one `line` wait for each
	 * other anyway, so only one of them at a time is given a connection.
	 */
	write<Value>(line: string, unit: Unit<Value>): Promise<Value>;
	/** Waits for what is under way, then refuses what comes after. */
	close(): Promise<void>;
}

export class WriterClosed extends Error {
	override readonly name = 'WriterClosed';

	constructor() {
		super('the database is closing');
	}
}
