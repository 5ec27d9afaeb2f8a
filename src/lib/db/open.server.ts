/** Opening the database that `DATABASE_URL` or a file names: one writer, other connections for reading. */
import process from 'node:process';
import { CamelCasePlugin, DefaultQueryExecutor, Kysely, type Dialect } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { Bug } from '#lib/kernel/assert.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { type Clock, systemClock } from '#lib/kernel/instant.ts';
import type { Gate } from './gate.server.ts';
import { GroupCommit } from './group-commit.server.ts';
import type { Writer } from './writer.server.ts';
import { PooledWriter } from './pooled-writer.server.ts';
import { namedRows, openPool, postgresDialect } from './postgres.server.ts';
import type { Prepared } from './prepared.server.ts';
import { openSqliteFile, sqliteDialect } from './sqlite.server.ts';
import type { Tables } from './tables.ts';

/** A handle that the compiler lets only read. */
export type Reader = Pick<ReadonlyKysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'case' | 'dynamic'>;

export type EngineName = 'sqlite' | 'postgres';

export interface Database {
	readonly engine: EngineName;
	/** What opens the same database again, in a worker thread or a tool. */
	readonly source: DatabaseSource;
	readonly clock: Clock;
	readonly newId: () => Id;
	readonly writer: Writer;
	readonly reader: Reader;
	/** Builds and compiles queries; running one is a Bug. */
	readonly builder: Kysely<Tables>;
	/** Kysely over a work's gate. */
	kyselyOver(gate: Gate): Kysely<Tables>;
	/** Runs compiled SQL that only reads. */
	rows(sql: string, parameters: readonly unknown[]): Promise<Record<string, unknown>[]>;
	/** The engine's own setting of durability: SQLite's `synchronous`, PostgreSQL's `fsync` and `synchronous_commit`. */
	durability(): Promise<string>;
	/** Told of an error that comes too late to be answered: the work that caused it is kept. */
	readonly lateError: (error: unknown) => void;
	/** Has `end` awaited first when the database closes. */
	beforeClose(end: () => Promise<void>): void;
	/** Finishes what is being written; a second call waits for the first. */
	close(): Promise<void>;
}

export type DatabaseSource = { readonly file: string } | { readonly url: string };

export interface Opening {
	readonly clock?: Clock;
	readonly newId?: () => Id;
	/** By default a warning of the process. */
	readonly lateError?: (error: unknown) => void;
}

const plugins = [new CamelCasePlugin()];

/** Opens for reading and writing; the schema is not touched (`migrate.server.ts` does that). */
export function openDatabase(source: DatabaseSource, opening: Opening = {}): Database {
	const engine = 'file' in source ? openSqlite(source.file) : openPostgres(source.url);
	const first: (() => Promise<void>)[] = [];
	let closed: Promise<void> | null = null;
	const close = async (): Promise<void> => {
		await Promise.all([engine.writer.close(), ...first.map((end) => end())]);
		await engine.close();
	};
	return {
		...engine,
		source,
		clock: opening.clock ?? systemClock,
		newId: opening.newId ?? newId,
		lateError: opening.lateError ?? warn,
		beforeClose: (end) => void first.push(end),
		close: () => (closed ??= close())
	};
}

type Engine = Pick<
	Database,
	'engine' | 'writer' | 'reader' | 'builder' | 'kyselyOver' | 'rows' | 'durability' | 'close'
>;

function openSqlite(file: string): Engine {
	const link = openSqliteFile(file);
	const readLink = openSqliteFile(file, { readonly: true });
	const writer = new GroupCommit(link);
	const kyselyOver = overGates(sqliteDialect(link));
	return {
		engine: 'sqlite',
		writer,
		reader: kyselyOf(sqliteDialect(readLink)) as unknown as Reader,
		builder: kyselyOver(noGate),
		kyselyOver,
		rows: (sql, parameters) => Promise.try(() => readLink.camelRows(sql, parameters)),
		durability: () => Promise.resolve(`synchronous=${String(link.raw.pragma('synchronous', { simple: true }))}`),
		async close() {
			await writer.close();
			readLink.raw.close();
			try {
				link.raw.pragma('wal_checkpoint(TRUNCATE)');
			} finally {
				link.raw.close();
			}
		}
	};
}

function openPostgres(url: string): Engine {
	const pool = openPool(url);
	const readPool = openPool(url, { readonly: true });
	const writer = new PooledWriter(pool);
	const kyselyOver = overGates(postgresDialect(pool));
	return {
		engine: 'postgres',
		writer,
		reader: kyselyOf(postgresDialect(readPool)) as unknown as Reader,
		builder: kyselyOver(noGate),
		kyselyOver,
		rows: (sql, parameters) => namedRows(readPool, sql, parameters),
		async durability() {
			const { rows } = await pool.query<{ fsync: string; commit: string }>(
				`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`
			);
			return `fsync=${rows[0]?.fsync ?? ''} synchronous_commit=${rows[0]?.commit ?? ''}`;
		},
		async close() {
			await writer.close();
			await readPool.end();
			await pool.end();
		}
	};
}

/** Opens only for reading, as worker threads do. On PostgreSQL a query that takes longer than the given time is ended. */
export function openReader(
	source: DatabaseSource,
	queryMillisecondsMax = 0
): { reader: Reader; close: () => Promise<void> } {
	if ('file' in source) {
		const link = openSqliteFile(source.file, { readonly: true });
		const close = (): Promise<void> => Promise.resolve(void link.raw.close());
		return { reader: kyselyOf(sqliteDialect(link)) as unknown as Reader, close };
	}
	const pool = openPool(source.url, { readonly: true, max: 1, queryMillisecondsMax });
	return { reader: kyselyOf(postgresDialect(pool)) as unknown as Reader, close: () => pool.end() };
}

function kyselyOf(dialect: Dialect): Kysely<Tables> {
	return new Kysely<Tables>({ dialect, plugins });
}

type Door = Pick<Gate, 'provideConnection'>;

/** Without a work nothing runs: on SQLite it would run inside the work of somebody else. */
const noGate: Door = {
	provideConnection: () => Promise.reject(new Bug('queries are run by a work or a reader, not by the builder'))
};

/** Makes Kysely instances that reach the database through one gate each, sharing all that does not change. */
function overGates(dialect: Dialect): (gate: Door) => Kysely<Tables> {
	const config = { dialect, plugins };
	const driver = dialect.createDriver();
	const compiler = dialect.createQueryCompiler();
	const adapter = dialect.createAdapter();
	return (gate) => {
		const executor = new DefaultQueryExecutor(compiler, adapter, gate, plugins);
		return new Kysely<Tables>({ config, driver, dialect, executor });
	};
}

function warn(error: unknown): void {
	process.emitWarning(error instanceof Error ? error : String(error));
}

/** Runs a prepared query on a reader, compiled once like on a work. */
export async function readPrepared<P extends Readonly<Record<string, unknown>>, Row>(
	db: Database,
	query: Prepared<P, Row>,
	parameters: P
): Promise<Row[]> {
	const { sql, parameters: values } = query.bind(db.builder, db, parameters);
	return (await db.rows(sql, values)) as Row[];
}
