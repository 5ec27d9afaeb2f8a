/** Bringing a database to this program's schema: all or nothing, after a verified copy, never backward. */
import Sqlite from 'better-sqlite3';
import { existsSync, statSync } from 'node:fs';
import { Kysely } from 'kysely';
import { type MigrationResultSet, Migrator } from 'kysely/migration';
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

/** The newest schema this program knows. */
export function schemaVersion(): string {
	return Object.keys(migrations).sort().at(-1) ?? '';
}

/**
 * Applies what is missing and gives the names of what it applied. Before that, an existing SQLite file is copied beside
 * itself and the copy checked. Throws SchemaTooNew, and whatever error a migration throws, with nothing applied.
 */
export async function migrate(source: DatabaseSource, known = migrations): Promise<string[]> {
	return withMigrationDb(source, async (db) => {
		const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...known }) } });
		const applied = await appliedIn(db);
		const stranger = applied.find((name) => !(name in known));
		if (stranger !== undefined) throw new SchemaTooNew(stranger);
		if (applied.length === Object.keys(known).length) return [];
		if ('file' in source && applied.length > 0) copyVerified(source.file, applied.at(-1) ?? '');
		return namesOf(await migrator.migrateToLatest());
	});
}

/** The migrations that the database says it has, oldest first; none for a new one. */
export async function appliedMigrations(source: DatabaseSource): Promise<string[]> {
	return withMigrationDb(source, appliedIn);
}

async function appliedIn(db: Kysely<unknown>): Promise<string[]> {
	const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
	if (!tables.some((table) => table.name === 'kysely_migration')) return [];
	const rows = await (db as Kysely<{ kysely_migration: { name: string } }>)
		.selectFrom('kysely_migration')
		.select('name')
		.orderBy('name')
		.execute();
	return rows.map((row) => row.name);
}

function namesOf({ error, results }: MigrationResultSet): string[] {
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

/** Writes `<file>.before-<version>` with VACUUM INTO, and throws unless the copy passes SQLite's integrity check. */
function copyVerified(file: string, version: string): void {
	const copy = `${file}.after-${version}`;
	if (existsSync(copy) && statSync(copy).size > 0) return;
	const original = new Sqlite(file);
	try {
		original.prepare('vacuum into ?').run(copy);
	} finally {
		original.close();
	}
	const checked = new Sqlite(copy, { readonly: true });
	try {
		const result = checked.pragma('integrity_check', { simple: true });
		if (result !== 'ok') throw new Error(`The copy made before migrating is damaged: ${String(result)}`);
	} finally {
		checked.close();
	}
}
