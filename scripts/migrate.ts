/** `npm run migrate`: brings the database to this program's schema, after a copy, and says what it did. `npm start` does it too. */
import process from 'node:process';
import { databaseSource, isProduction, realFile } from '#env';
import { appliedMigrations, migrate, SchemaTooNew, schemaVersion } from '#lib/db/migrate.server.ts';
import type { DatabaseSource } from '#lib/db/open.server.ts';

/** Told as it is, without a stack. */
class NoDatabase extends Error {}

/** Where the database is, without the password. */
function placeOf(source: DatabaseSource): string {
	if ('file' in source) return source.file;
	const { host, pathname } = new URL(source.url);
	return `${host}${pathname}`;
}

async function main(): Promise<void> {
	const source = databaseSource();
	const before = (await appliedMigrations(source)).at(-1);
	if ('file' in source && before === undefined) {
		const make = source.file === realFile || isProduction ? 'npm run setup' : 'npm start';
		throw new NoDatabase(`There is no database at ${source.file}. Make one with: ${make}`);
	}
	const applied = await migrate(source, {
		onCopy: (copy) => {
			console.log(`A checked copy of the database as it was: ${copy}`);
		}
	});
	for (const name of applied) console.log(`applied ${name}`);
	const said = applied.length === 0 ? 'was up to date' : `went from ${before ?? 'empty'} to ${schemaVersion()}`;
	console.log(`${placeOf(source)}: schema ${said}.`);
}

try {
	await main();
} catch (error) {
	const isPlain = error instanceof SchemaTooNew || error instanceof NoDatabase;
	console.error(isPlain ? error.message : error);
	process.exitCode = 1;
}
