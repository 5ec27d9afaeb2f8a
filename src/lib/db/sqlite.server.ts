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
import { boundForSqlite, camelCased, readValue } from './values.server.ts';

const statementsMax = 600;

interface Statement {
	readonly prepared: Sqlite.Statement<unknown[]>;
	/** Null for a statement that gives no rows. */
	readonly columns: readonly string[] | null;
}

/** One connection with its prepared statements; the least recently used is dropped beyond `statementsMax`. */
export class SqliteLink implements DatabaseConnection {
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
		const prepared = this.raw.prepare<unknown[]>(sql);
		if (prepared.reader) prepared.raw(true);
		const made = { prepared, columns: prepared.reader ? prepared.columns().map((column) => column.name) : null };
		if (this.#statements.size >= statementsMax) this.#dropOldest();
		this.#statements.set(sql, made);
		return made;
	}

	/** Runs `sql` and gives its rows; `nameOf` turns a column into a key. */
	rows(sql: string, parameters: readonly unknown[], nameOf: (column: string) => string): Record<string, unknown>[] {
		const { prepared, columns } = this.statement(sql);
		const bound = parameters.map(boundForSqlite);
		if (columns === null) {
			prepared.run(bound);
			return [];
		}
		const names = columns.map(nameOf);
		return (prepared.all(bound) as unknown[][]).map((cells) => {
			const row: Record<string, unknown> = {};
			for (let index = 0; index < names.length; index++) row[names[index] ?? ''] = readValue(cells[index]);
			return row;
		});
	}

	/** Rows with keys as the code names them. */
	camelRows(sql: string, parameters: readonly unknown[]): Record<string, unknown>[] {
		return this.rows(sql, parameters, camelCased);
	}

	executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		try {
			const { prepared, columns } = this.statement(query.sql);
			if (columns !== null)
				return Promise.resolve({ rows: this.rows(query.sql, query.parameters, (column) => column) as Row[] });
			const { changes } = prepared.run(query.parameters.map(boundForSqlite));
			return Promise.resolve({ rows: [], numAffectedRows: BigInt(changes) });
		} catch (error) {
			return Promise.reject(error instanceof Error ? error : new Error(String(error)));
		}
	}

	async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
		const { prepared, columns } = this.statement(query.sql);
		const names = columns ?? [];
		for (const cells of prepared.iterate(query.parameters.map(boundForSqlite)) as Iterable<unknown[]>) {
			yield { rows: [Object.fromEntries(names.map((name, index) => [name, readValue(cells[index])])) as Row] };
		}
	}

	#dropOldest(): void {
		const oldest = this.#statements.keys().next();
		if (oldest.done !== true) this.#statements.delete(oldest.value);
	}
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

/** Opens the file with full durability; an existing WAL file would otherwise open with synchronous=NORMAL. */
export function openSqliteFile(path: string, { readonly = false } = {}): SqliteLink {
	const raw = new Sqlite(path, { readonly, fileMustExist: readonly });
	raw.pragma('busy_timeout = 5000');
	if (!readonly) raw.pragma('journal_mode = WAL');
	raw.pragma('synchronous = FULL');
	raw.pragma('foreign_keys = ON');
	raw.pragma('cache_size = -32000');
	raw.pragma('mmap_size = 268435456');
	return new SqliteLink(raw);
}
