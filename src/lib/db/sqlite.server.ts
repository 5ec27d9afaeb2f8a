/** Our Kysely dialect for SQLite: bounded statement cache, whole-number binding, and no way to begin a transaction of its own. */
import Sqlite from 'better-sqlite3';
import {
	type CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler
} from 'kysely';
import type { Link } from './link.server.ts';
import { boundForSqlite, camelCased, readValue } from './values.server.ts';

const statementsMax = 600;

interface Statement {
	readonly prepared: Sqlite.Statement;
	/** Null for a statement that gives no rows. */
	readonly columns: readonly string[] | null;
	/** The same, as the code names them. */
	readonly names: readonly string[];
}

/** One connection with its prepared statements; the least recently used is dropped beyond `statementsMax`. */
export class SqliteLink implements Link {
	readonly raw: Sqlite.Database;
	readonly #statements = new Map<string, Statement>();

	constructor(raw: Sqlite.Database) {
		this.raw = raw;
	}

	statement(sql: string): Statement {
		const known = this.#statements.get(sql);
		if (known !== undefined) {
			this.#statements.delete(sql);
			this.#statements.set(sql, known);
			return known;
		}
		const prepared = this.raw.prepare(sql);
		if (prepared.reader) prepared.raw(true);
		const columns = prepared.reader ? prepared.columns().map((column) => column.name) : null;
		const made = { prepared, columns, names: columns?.map(camelCased) ?? [] };
		if (this.#statements.size >= statementsMax) this.#dropOldest();
		this.#statements.set(sql, made);
		return made;
	}

	/** Rows with keys as the code names them. */
	camelRows(sql: string, parameters: readonly unknown[]): Record<string, unknown>[] {
		const statement = this.statement(sql);
		return rowsOf(statement, parameters, statement.names);
	}

	executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		try {
			const statement = this.statement(query.sql);
			if (statement.columns !== null)
				return Promise.resolve({ rows: rowsOf(statement, query.parameters, statement.columns) as Row[] });
			const { changes } = statement.prepared.run(query.parameters.map(boundForSqlite));
			return Promise.resolve({ rows: [], numAffectedRows: BigInt(changes) });
		} catch (error) {
			return Promise.reject(error instanceof Error ? error : new Error(String(error)));
		}
	}

	// eslint-disable-next-line require-yield -- nothing streams: wide reads page by key, on every engine
	async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
		await Promise.reject(new Error('nothing streams: page by key instead'));
	}

	#dropOldest(): void {
		const oldest = this.#statements.keys().next();
		if (oldest.done !== true) this.#statements.delete(oldest.value);
	}
}

/** Runs `statement` and gives its rows under `names`. */
function rowsOf(
	statement: Statement,
	parameters: readonly unknown[],
	names: readonly string[]
): Record<string, unknown>[] {
	const bound = parameters.map(boundForSqlite);
	if (statement.columns === null) {
		statement.prepared.run(bound);
		return [];
	}
	return (statement.prepared.all(bound) as unknown[][]).map((cells) => {
		const row: Record<string, unknown> = {};
		for (let index = 0; index < names.length; index++) row[names[index] ?? ''] = readValue(cells[index]);
		return row;
	});
}

/** Kysely's own driver, over one link that is always there. Works begin and commit outside of it. */
class LinkDriver implements Driver {
	readonly #link: SqliteLink;
	readonly #transactions: boolean;

	constructor(link: SqliteLink, transactions: boolean) {
		this.#link = link;
		this.#transactions = transactions;
	}

	init(): Promise<void> {
		return Promise.resolve();
	}
	acquireConnection(): Promise<DatabaseConnection> {
		return Promise.resolve(this.#link);
	}
	beginTransaction(): Promise<void> {
		return this.#exec('begin immediate');
	}
	commitTransaction(): Promise<void> {
		return this.#exec('commit');
	}
	rollbackTransaction(): Promise<void> {
		return this.#exec('rollback');
	}
	releaseConnection(): Promise<void> {
		return Promise.resolve();
	}
	destroy(): Promise<void> {
		return Promise.resolve();
	}

	#exec(sql: string): Promise<void> {
		if (!this.#transactions) return Promise.reject(new Error('only inWork begins a transaction'));
		this.#link.raw.exec(sql);
		return Promise.resolve();
	}
}

/** Kysely believes SQLite cannot migrate in a transaction; it can. */
class TransactionalAdapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}

/** A dialect over `link`. Only the migrator is given one that may begin a transaction itself. */
export function sqliteDialect(link: SqliteLink, { transactions = false } = {}): Dialect {
	return {
		createAdapter: () => new TransactionalAdapter(),
		createDriver: () => new LinkDriver(link, transactions),
		createIntrospector: (kysely) => new SqliteIntrospector(kysely),
		createQueryCompiler: () => new SqliteQueryCompiler()
	};
}

/** How long a lock of another process is waited for in one call, in milliseconds: nothing else runs meanwhile. */
const busyMilliseconds = 5000;
/** The size to which the log is cut once it was larger. */
const logBytesMax = 64 * 1024 * 1024;

/** Opens the file with full durability; an existing WAL file would otherwise open with synchronous=NORMAL. */
export function openSqliteFile(path: string, { readonly = false, mustExist = false } = {}): SqliteLink {
	const raw = new Sqlite(path, { readonly, fileMustExist: readonly || mustExist, timeout: busyMilliseconds });
	if (!readonly) useLog(raw);
	raw.pragma('synchronous = FULL');
	raw.pragma('foreign_keys = ON');
	// Without this a REPLACE deletes rows behind the back of the triggers that guard them.
	raw.pragma('recursive_triggers = ON');
	// What is erased is overwritten, not only let go.
	raw.pragma('secure_delete = ON');
	raw.pragma('cache_size = -32000');
	raw.pragma('mmap_size = 268435456');
	return new SqliteLink(raw);
}

function useLog(raw: Sqlite.Database): void {
	const mode = raw.pragma('journal_mode = WAL', { simple: true });
	if (mode !== 'wal')
		throw new Error(`SQLite cannot keep a write-ahead log beside ${raw.name}; put it on a local disk.`);
	raw.pragma(`journal_size_limit = ${logBytesMax}`);
}
