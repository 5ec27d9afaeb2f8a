/** `npm run bench`: sales, pages and growth of the built server, as ratios to what the engine itself can do on this machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { openDatabase } from '#lib/db/open.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { readSeals } from '#lib/db/seal.server.ts';
import { startPostgres } from '#tests/support/postgres.ts';
import { type Grounds, postgresGrounds, sqliteGrounds } from './bench/grounds.ts';
import { measure, parts } from './bench/measure.ts';
import type { Site } from './bench/phases.ts';
import { tablesOf } from './bench/store.ts';
import { templatesOf } from './bench/template.ts';
import { makeBenchWorld } from './bench/world.ts';
import { buildWhenStale } from './lib/build.mjs';

const { values } = parseArgs({
	options: {
		/** A smoke test of seconds; its figures say nothing. */
		quick: { type: 'boolean', default: false },
		/** Seconds of each phase of sales. */
		seconds: { type: 'string', default: '30' },
		engine: { type: 'string', default: 'both' },
		/** sales, reports, pages, growth; all of them unless given. */
		only: { type: 'string', multiple: true },
		/** A folder for CPU profiles of the server under sales. */
		profiles: { type: 'string' }
	}
});
const quick = values.quick;
const seconds = quick ? 2 : Number(values.seconds);

const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-bench-'));
const keyFile = join(folder, 'keys', 'bench.keys');
try {
	if (!(await buildWhenStale())) throw new Error('The build did not succeed.');
	console.log(
		`Node ${process.versions.node}, ${cpus().length} cores of ${cpus()[0]?.model ?? 'an unknown kind'}, ${seconds} s a phase\n`
	);
	if (values.engine !== 'postgres') await onEngine('SQLite', sqliteGrounds(folder, keyFile));
	if (values.engine !== 'sqlite') await onPostgres();
} finally {
	rmSync(folder, { recursive: true, force: true });
}

async function onPostgres(): Promise<void> {
	const server = await startPostgres();
	try {
		await onEngine('PostgreSQL', await postgresGrounds(server.url, folder, keyFile));
	} finally {
		await server.stop();
	}
}

async function onEngine(name: string, grounds: Grounds): Promise<void> {
	console.error(`${name}: making Palu and sixteen tills …`);
	const world = await makeBenchWorld(grounds.base, readSeals(keyFile, { make: true }), quick);
	const schema = join(folder, 'schema.db');
	await migrate({ file: schema });
	const tables = tablesOf(schema);
	const copy = await grounds.copy();
	const templates = await templatesOf(copy.source, world.tills, tables);
	await copy.drop();
	const db = openDatabase(grounds.base);
	const durability = await db.durability();
	await db.close();
	const site: Site = {
		grounds,
		world,
		templates,
		tables,
		seconds,
		warmSeconds: quick ? 0.5 : 3,
		clients: world.tills.length,
		profiles: values.profiles ?? null
	};
	await measure(
		`${name}, ${durability}, ${world.tills.length} clients`,
		site,
		quick,
		parts.filter((part) => values.only?.includes(part) ?? true)
	);
}
