/** PostgreSQL and Citus: a pool that gives whole numbers as numbers and refuses what SQLite would refuse. */
import pg from 'pg';
import {
	type CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type QueryResult
} from 'kysely';
import { createHash } from 'node:crypto';
import { boundForPostgres, camelCased, readValue } from './values.server.ts';

const poolMax = 16;
const int8 = 20;
const numeric = 1700;

const wholeNumbers: pg.CustomTypesConfig = {
	getTypeParser(oid: number, format?: 'text' | 'binary') {
		if (oid === int8 || oid === numeric) return (text: string) => readValue(Number(text));
		return pg.types.getTypeParser(oid, format ?? 'text') as (text: string) => unknown;
	}
};

/** A pool of connections; a read-only one refuses writes on the server's side too. */
export function openPool(url: string, { readonly = false, max = poolMax } = {}): pg.Pool {
	const pool = new pg.Pool({
		connectionString: url,
		max,
		types: wholeNumbers,
		...(readonly ? { options: '-c default_transaction_read_only=on' } : {})
	});
	pool.on('error', () => {
		// A connection that dies while idle is replaced by the pool; the next query tells whether the server is gone.
	});
	return pool;
}

const names = new Map<string, string>();

function statementName(sql: string): string {
	let name = names.get(sql);
	if (name === undefined) names.set(sql, (name = createHash('sha1').update(sql).digest('hex').slice(0, 24)));
	return name;
}

/** One connection of the pool. */
export class PostgresLink implements DatabaseConnection {
	readonly client: pg.PoolClient;

	constructor(client: pg.PoolClient) {
		this.client = client;
	}

	/** Rows of a prepared query, with keys as the code names them; the server keeps the plan under a name. */
	async camelRows(sql: string, parameters: readonly unknown[]): Promise<Record<string, unknown>[]> {
		const values = parameters.map(boundForPostgres);
		const result = await this.client.query<Record<string, unknown>>({ name: statementName(sql), text: sql, values });
		const keys = result.fields.map((field) => ({ column: field.name, name: camelCased(field.name) }));
		return result.rows.map((row) => Object.fromEntries(keys.map(({ column, name }) => [name, row[column]])));
	}

	async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		const result = await this.client.query(query.sql, query.parameters.map(boundForPostgres));
		const counted = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command);
		return { rows: result.rows as Row[], ...(counted ? { numAffectedRows: BigInt(result.rowCount ?? 0) } : {}) };
	}

	// eslint-disable-next-line require-yield -- the pool streams nothing: wide reads page by key instead
	async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
		await Promise.reject(new Error('wide reads page by key'));
	}
}

class PoolDriver implements Driver {
	readonly #pool: pg.Pool;
	readonly #transactions: boolean;

	constructor(pool: pg.Pool, transactions: boolean) {
		this.#pool = pool;
		this.#transactions = transactions;
	}

	init(): Promise<void> {
		return Promise.resolve();
	}
	async acquireConnection(): Promise<PostgresLink> {
		return new PostgresLink(await this.#pool.connect());
	}
	beginTransaction(link: PostgresLink): Promise<void> {
		return this.#exec(link, 'begin');
	}
	commitTransaction(link: PostgresLink): Promise<void> {
		return this.#exec(link, 'commit');
	}
	rollbackTransaction(link: PostgresLink): Promise<void> {
		return this.#exec(link, 'rollback');
	}
	releaseConnection(link: PostgresLink): Promise<void> {
		link.client.release();
		return Promise.resolve();
	}
	destroy(): Promise<void> {
		return Promise.resolve();
	}

	async #exec(link: PostgresLink, sql: string): Promise<void> {
		if (!this.#transactions) throw new Error('only inWork begins a transaction');
		await link.client.query(sql);
	}
}

/** A dialect over `pool`. Only the migrator is given one that may begin a transaction itself. */
export function postgresDialect(pool: pg.Pool, { transactions = false } = {}): Dialect {
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new PoolDriver(pool, transactions) as unknown as Driver,
		createIntrospector: (kysely) => new PostgresIntrospector(kysely),
		createQueryCompiler: () => new PostgresQueryCompiler()
	};
}
