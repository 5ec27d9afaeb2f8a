/** PostgreSQL and Citus: a pool that gives whole numbers as numbers and refuses what SQLite would refuse. */
import pg from 'pg';
import {
	type CompiledQuery,
	type Dialect,
	type Driver,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type QueryResult
} from 'kysely';
import { createHash } from 'node:crypto';
import type { Link } from './link.server.ts';
import { boundForPostgres, camelCased, readValue } from './values.server.ts';

const poolMax = 16;
const connectMillisecondsMax = 10_000;
/** A transaction that asks nothing for so long was forgotten by its process; the server ends it. */
const idleMillisecondsMax = 60_000;

const serializationFailure = '40001';
const deadlockDetected = '40P01';

/** Whether the server asks for another try. */
export function isPassing(error: unknown): boolean {
	return error instanceof pg.DatabaseError && (error.code === serializationFailure || error.code === deadlockDetected);
}

const checkedNumber = (text: string): unknown => readValue(Number(text));
const truth = (text: string): number => (text === 't' ? 1 : 0);
const asWritten = (text: string): string => text;

/** By type: bool, int8, int2, int4, oid, float4, float8, numeric. All else is text as the server writes it. */
const parsers = new Map<number, (text: string) => unknown>([
	[16, truth],
	[20, checkedNumber],
	[21, checkedNumber],
	[23, checkedNumber],
	[26, checkedNumber],
	[700, checkedNumber],
	[701, checkedNumber],
	[1700, checkedNumber]
]);

/** Whole numbers and text only, and 1 and 0 for true and false: as SQLite gives them. */
const likeSqlite: pg.CustomTypesConfig = { getTypeParser: (oid: number) => parsers.get(oid) ?? asWritten };

export interface PoolShape {
	/** Has the server refuse writes. */
	readonly readonly?: boolean;
	/** The most connections. */
	readonly max?: number;
	/** Has the server end a query that takes longer. */
	readonly queryMillisecondsMax?: number;
}

export function openPool(
	url: string,
	{ readonly = false, max = poolMax, queryMillisecondsMax = 0 }: PoolShape = {}
): pg.Pool {
	const pool = new pg.Pool({
		connectionString: url,
		max,
		types: likeSqlite,
		keepAlive: true,
		connectionTimeoutMillis: connectMillisecondsMax,
		idle_in_transaction_session_timeout: idleMillisecondsMax,
		...(queryMillisecondsMax > 0 ? { statement_timeout: queryMillisecondsMax } : {}),
		...(readonly ? { options: '-c default_transaction_read_only=on' } : {})
	});
	// A connection can die while idle, or while a work holds it. The pool replaces the one; the query of the other is told.
	// Without listeners for both, either would end the whole process.
	const toldElsewhere = (): void => undefined;
	pool.on('error', toldElsewhere);
	pool.on('connect', (client) => client.on('error', toldElsewhere));
	return pool;
}

const names = new Map<string, string>();

/** The name under which the server keeps the plan of `sql`. */
function statementName(sql: string): string {
	let name = names.get(sql);
	if (name === undefined) names.set(sql, (name = createHash('sha1').update(sql).digest('hex').slice(0, 24)));
	return name;
}

/** Rows of a prepared query, with keys as the code names them. */
export async function namedRows(
	client: pg.Pool | pg.PoolClient,
	sql: string,
	parameters: readonly unknown[]
): Promise<Record<string, unknown>[]> {
	const values = parameters.map(boundForPostgres);
	const result = await client.query<Record<string, unknown>>({ name: statementName(sql), text: sql, values });
	const keys = result.fields.map((field) => ({ column: field.name, name: camelCased(field.name) }));
	return result.rows.map((row) => Object.fromEntries(keys.map(({ column, name }) => [name, row[column]])));
}

/** One connection of the pool. */
export class PostgresLink implements Link {
	readonly client: pg.PoolClient;
	/** Whether a query failed with an error that asks for another try, even if the work turned it into something else. */
	failedInPassing = false;

	readonly #bind: (value: unknown) => unknown;

	constructor(client: pg.PoolClient, bind: (value: unknown) => unknown = boundForPostgres) {
		this.client = client;
		this.#bind = bind;
	}

	async camelRows(sql: string, parameters: readonly unknown[]): Promise<Record<string, unknown>[]> {
		try {
			return await namedRows(this.client, sql, parameters);
		} catch (error) {
			throw this.#noted(error);
		}
	}

	async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		try {
			const result = await this.client.query(query.sql, query.parameters.map(this.#bind));
			const counted = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command);
			return { rows: result.rows as Row[], ...(counted ? { numAffectedRows: BigInt(result.rowCount ?? 0) } : {}) };
		} catch (error) {
			throw this.#noted(error);
		}
	}

	// eslint-disable-next-line require-yield -- nothing streams: wide reads page by key, on every engine
	async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
		await Promise.reject(new Error('nothing streams: page by key instead'));
	}

	#noted(error: unknown): unknown {
		this.failedInPassing ||= isPassing(error);
		return error;
	}
}

/** Kysely's migrator itself asks the catalogue with true and false. */
function boundForMigrator(value: unknown): unknown {
	return typeof value === 'boolean' ? value : boundForPostgres(value);
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
		const bind = this.#transactions ? boundForMigrator : boundForPostgres;
		return new PostgresLink(await this.#pool.connect(), bind);
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
		createDriver: () => new PoolDriver(pool, transactions),
		createIntrospector: (kysely) => new PostgresIntrospector(kysely),
		createQueryCompiler: () => new PostgresQueryCompiler()
	};
}
