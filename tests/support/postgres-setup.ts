/** Vitest's global setup of the projects that need PostgreSQL: one server a run, unless TEST_DATABASE_URL names one. */
import process from 'node:process';
import { startPostgres } from './postgres.ts';

export default async function setup(): Promise<(() => Promise<void>) | undefined> {
	if (process.env['TEST_DATABASE_URL']) return undefined;
	const postgres = await startPostgres();
	process.env['TEST_DATABASE_URL'] = postgres.url;
	return async () => {
		delete process.env['TEST_DATABASE_URL'];
		await postgres.stop();
	};
}
