/** `npm run migrate`: brings the database to this program's schema; a SQLite file is copied beside itself first. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { databaseSource } from '#env';
import { migrate, SchemaTooNew, schemaVersion } from '#lib/db/migrate.server.ts';

try {
	await main();
} catch (error) {
	console.error(error instanceof SchemaTooNew ? error.message : error);
	process.exitCode = 1;
}

async function main(): Promise<void> {
	const source = databaseSource();
	if ('file' in source && !existsSync(source.file)) {
		console.error(`There is no database ${source.file}. Make one with npm run setup, or the demo with npm start.`);
		process.exitCode = 1;
		return;
	}
	const applied = await migrate(source);
	if (applied.length > 0) console.log(`The database has schema ${schemaVersion()} now: ${applied.join(', ')}.`);
}
