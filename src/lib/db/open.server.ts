/** Opening the database that `DATABASE_URL` or a file names: one writer, other connections for reading. */
import { CamelCasePlugin, DefaultQueryExecutor, Kysely, type Dialect } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { type Id, newId } from '#lib/kernel/id.ts';
import { type Clock, systemClock } from '#lib/kernel/instant.ts';
import type { Gate } from './gate.server.ts';
import { GroupCommit } from './group-commit.server.ts';
import type { Writer } from './link.server.ts';
import { PooledWriter } from './pooled-writer.server.ts';
import { openPool, postgresDialect } from './postgres.server.ts';
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
	/** Builds and compiles queries; runs none. */
	readonly builder: Kysely<Tables>;
	/** Kysely over a work's gate. */
	kyselyOver(gate: Gate): Kysely<Tables>;
	/** The engine's own setting of durability: SQLite's `synchronous`, PostgreSQL's `fsync` and `synchronous_commit`. */
	durability(): Promise<string>;
	close(): Promise<void>;
}

export type DatabaseSource = { readonly file: string } | { readonly url: string };

export interface Opening {
	readonly clock?: Clock;
	readonly newId?: () => Id;
}

const plugins = [new CamelCasePlugin()];

/** Opens for reading and writing; the schema is not touched (`migrate.server.ts` does that). */
export function openDatabase(source: DatabaseSource, opening: Opening = {}): Database {
	return 'file' in source ? openSqlite(source, opening) : openPostgres(source, opening);
}

function openSqlite(source: { readonly file: string }, { clock = systemClock, newId: make = newId }: Opening): Database {
	const link = openSqliteFile(source.file);
	const readLink = openSqliteFile(source.file, { readonly: true });
	const writer = new GroupCommit(link);
	const dialect = sqliteDialect(link);
	return {
		engine: 'sqlite',
		source,
		clock,
		newId: make,
		writer,
		reader: kyselyOf(sqliteDialect(readLink)) as unknown as Reader,
		builder: kyselyOf(dialect),
		kyselyOver: overGates(dialect),
		durability: () => Promise.resolve(`synchronous=${String(link.raw.pragma('synchronous', { simple: true }))}`),
		async close() {
			await writer.close();
			readLink.raw.close();
			link.raw.close();
		}
	};
}

function openPostgres(source: { readonly url: string }, { clock = systemClock, newId: make = newId }: Opening): Database {
	const pool = openPool(source.url);
	const readPool = openPool(source.url, { readonly: true });
	const writer = new PooledWriter(pool);
	const dialect = postgresDialect(pool);
	return {
		engine: 'postgres',
		source,
		clock,
		newId: make,
		writer,
		reader: kyselyOf(postgresDialect(readPool)) as unknown as Reader,
		builder: kyselyOf(dialect),
		kyselyOver: overGates(dialect),
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

/** Opens only for reading, as worker threads do. */
export function openReader(source: DatabaseSource): { reader: Reader; close: () => Promise<void> } {
	if ('file' in source) {
		const link = openSqliteFile(source.file, { readonly: true });
		const close = (): Promise<void> => Promise.resolve(void link.raw.close());
		return { reader: kyselyOf(sqliteDialect(link)) as unknown as Reader, close };
	}
	const pool = openPool(source.url, { readonly: true, max: 1 });
	return { reader: kyselyOf(postgresDialect(pool)) as unknown as Reader, close: () => pool.end() };
}

function kyselyOf(dialect: Dialect): Kysely<Tables> {
	return new Kysely<Tables>({ dialect, plugins });
}

/** Makes Kysely instances that reach the database through one gate each, sharing all that does not change. */
function overGates(dialect: Dialect): (gate: Gate) => Kysely<Tables> {
	const config = { dialect, plugins };
	const driver = dialect.createDriver();
	const compiler = dialect.createQueryCompiler();
	const adapter = dialect.createAdapter();
	return (gate) => {
		const executor = new DefaultQueryExecutor(compiler, adapter, gate, plugins);
		return new Kysely<Tables>({ config, driver, dialect, executor });
	};
}

/** Runs a prepared query on a reader, compiled once like on a work. */
export async function readPrepared<P extends Readonly<Record<string, unknown>>, Row>(
	db: Database,
	query: Prepared<P, Row>,
	parameters: P
): Promise<Row[]> {
	const { sql, parameters: values } = query.bind(db.builder, db, parameters);
	const compiled = { ...db.builder.selectNoFrom([]).compile(), sql, parameters: values };
	const { rows } = await (db.reader as unknown as Kysely<Tables>).executeQuery<Row>(compiled);
	return rows;
}
