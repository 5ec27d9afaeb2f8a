/** What both engines give a work to talk through: one connection inside one transaction. */
import type { DatabaseConnection } from 'kysely';

export interface Link extends DatabaseConnection {
	/** Rows of compiled SQL with keys as the code names them; SQLite answers at once, PostgreSQL later. */
	camelRows(
		sql: string,
		parameters: readonly unknown[]
	): Record<string, unknown>[] | Promise<Record<string, unknown>[]>;
}
