/** Bringing a database to this program's schema: all or nothing, after a verified copy, never backward. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { makeFolderOf, sync } from './disk.server.ts';
import { migrations } from './migrations/list.ts';
import type { DatabaseSource } from './open.server.ts';
import { openPool, postgresDialect } from './postgres.server.ts';
import { openSqliteFile, sqliteDialect } from './sqlite.server.ts';

export class SchemaTooNew extends Error {
	override readonly name = 'SchemaTooNew';
	readonly found: string;

	constructor(found: string) {
		super(`The database has schema ${found}, which this program does not know. Start the newer program that made it.`);
		this.found = found;
	}
}

type Known = Readonly<Record<string, Migration>>;

export interface Migrating {
	/** Instead of this program's own: for trying what a later program would do. */
	readonly known?: Known;
	/** Told where the copy stands, before anything is changed. */
	readonly onCopy?: (copy: string) => void;
}

/** The newest schema this program knows. */
export function schemaVersion(): string {
	return newestOf(migrations);
}

function newestOf(known: Known): string {
	return Object.keys(known).sort().at(-1) ?? 'none';
}

/**
 * Applies what is missing, in one transaction, and gives the names of what it applied. Before that an existing SQLite
 * file is copied beside itself, as `<file>.before-<schema>`, while nobody can write, and the copy is checked. PostgreSQL
 * has tools of its own for that. Throws SchemaTooNew, and whatever error a migration throws, with nothing applied.
 */
export async function migrate(source: DatabaseSource, migrating: Migrating = {}): Promise<string[]> {
	const { known = migrations, onCopy } = migrating;
	if ('file' in source) makeFolderOf(source.file);
	const applied = await withMigrationDb(source, (db) =>
		db.transaction().execute(async (trx) => {
			if ('url' in source) await sql`select pg_advisory_xact_lock(20261121)`.execute(trx);
			const before = await appliedIn(trx);
			const stranger = before.find((name) => !(name in known));
			if (stranger !== undefined) throw new SchemaTooNew(stranger);
			if (before.length === Object.keys(known).length) return [];
			if ('file' in source && before.length > 0) {
				const copy = `${source.file}.before-${newestOf(known)}`;
				copyVerified(source.file, copy);
				onCopy?.(copy);
			}
			return applyMissing(trx, known);
		})
	);
	if ('file' in source) sync(dirname(source.file));
	return applied;
}

/** The migrations that the database says it has, oldest first; none for a new or missing one. */
export async function appliedMigrations(source: DatabaseSource): Promise<string[]> {
	if ('file' in source && !existsSync(source.file)) return [];
	return withMigrationDb(source, appliedIn);
}

async function appliedIn(db: Kysely<unknown>): Promise<string[]> {
	const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
	if (!tables.some((table) => table.name === 'kysely_migration')) return [];
	const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
	return rows.map((row) => row.name);
}

async function applyMissing(db: Kysely<unknown>, known: Known): Promise<string[]> {
	const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...known }) } });
	const { error, results } = await migrator.migrateToLatest();
	if (error !== undefined) throw error instanceof Error ? error : new Error('a migration failed');
	return (results ?? []).map((result) => result.migrationName);
}

async function withMigrationDb<Value>(
	source: DatabaseSource,
	use: (db: Kysely<unknown>) => Promise<Value>
): Promise<Value> {
	if ('file' in source) {
		const link = openSqliteFile(source.file);
		try {
			return await use(new Kysely<unknown>({ dialect: sqliteDialect(link, { transactions: true }) }));
		} finally {
			link.raw.close();
		}
	}
	const pool = openPool(source.url, { max: 2 });
	try {
		return await use(new Kysely<unknown>({ dialect: postgresDialect(pool, { transactions: true }) }));
	} finally {
		await pool.end();
	}
}

/** Writes `copy` anew: whole, checked and on the disk when it gets its name. */
function copyVerified(file: string, copy: string): void {
	const unfinished = `${copy}.unfinished`;
	rmSync(unfinished, { force: true });
	try {
		using(new Sqlite(file, { readonly: true }), (original) => original.prepare('vacuum into ?').run(unfinished));
		using(new Sqlite(unfinished, { readonly: true }), checkWhole);
		sync(unfinished);
		renameSync(unfinished, copy);
	} catch (error) {
		rmSync(unfinished, { force: true });
		throw error;
	}
}

function checkWhole(copy: Sqlite.Database): void {
	const integrity = copy.pragma('integrity_check', { simple: true });
	if (integrity !== 'ok') throw new Error(`The database is damaged, nothing was changed: ${String(integrity)}`);
	const orphans: unknown = copy.pragma('foreign_key_check');
	if (Array.isArray(orphans) && orphans.length > 0)
		throw new Error(`The database has rows that point nowhere, nothing was changed: ${JSON.stringify(orphans[0])}`);
}

function using(database: Sqlite.Database, use: (database: Sqlite.Database) => void): void {
	try {
		use(database);
	} finally {
		database.close();
	}
}
