/** What the running server holds: opened once at start, closed once at its end. */
import { databaseSource, dataFolder, erasuresFile, keyFile, isProduction } from '#env';
import { requireDurable } from '#lib/db/durable.server.ts';
import { type Installation, readInstallation } from '#lib/db/installation.server.ts';
import { appliedMigrations, schemaVersion } from '#lib/db/migrate.server.ts';
import { type Database, openDatabase } from '#lib/db/open.server.ts';
import { beginReads } from '#lib/db/read-pool.server.ts';
import { readSeals, type Seals } from '#lib/db/seal.server.ts';
import { type ErasureList, openErasures } from '#lib/erasures/list.server.ts';
import { assert } from '#lib/kernel/assert.ts';
import { log, toldOf } from './log.server.ts';

export interface App {
	readonly db: Database;
	readonly seals: Seals;
	readonly erasures: ErasureList;
	readonly installation: Installation;
	readonly dataFolder: string;
	readonly schema: string;
}

let app: App | null = null;

/**
 * Opens the database; throws with a plain message when it is missing, unmarked, too new, or a demo in production, and when
 * the keys or the list of erasures cannot be used.
 */
export async function openApp(): Promise<App> {
	if (app !== null) return app;
	const source = databaseSource();
	const found = (await appliedMigrations(source)).at(-1) ?? 'none';
	if (found !== schemaVersion()) throw new Error(`The database has schema ${found}; run npm run migrate first.`);
	const lateError = (error: unknown) => {
		log.error({ bug: toldOf(error) }, 'after a commit');
	};
	const db = openDatabase(source, { lateError });
	await requireDurable(db);
	const installation = await readInstallation(db.reader);
	if (installation.kind === 'demo' && isProduction)
		throw new Error('A demo database is never served with NODE_ENV=production.');
	const erasures = await openErasures(erasuresFile);
	beginReads(db);
	app = { db, seals: readSeals(keyFile), erasures, installation, dataFolder, schema: found };
	return app;
}

/** The opened app; a Bug before `openApp`. */
export function theApp(): App {
	assert(app !== null, 'the app is open');
	return app;
}

/** Finishes what is being written and closes the database. */
export async function closeApp(): Promise<void> {
	const closing = app;
	app = null;
	await closing?.db.close();
}
