/** Everything the outside tells the program: the only reader of environment variables. */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { DatabaseSource } from '#lib/db/open.server.ts';

const env = process.env;

/** Whether this process may make or serve demo data at all. */
export const isProduction = env['NODE_ENV'] === 'production';

/** The folder of the program itself; worker threads load their code from its `src`. */
export const root = env['EWAROENG_ROOT'] ?? process.cwd();

/** Where databases and files live. */
export const dataFolder = absolute(env['EWAROENG_DATA'] ?? 'data');

/** Made by `npm run setup` only. */
export const realFile = join(dataFolder, 'waroeng.db');
/** Made by `npm start` where there is nothing real. */
export const demoFile = join(dataFolder, 'demo.db');

/** The sealing keys: outside the data folder, so that a copy of the data alone opens nothing. */
export const keyFile = absolute(env['EWAROENG_KEYS'] ?? join('keys', 'waroeng.keys'));

/** Who was erased, by id: beside the keys, so that whoever restores the data does not take it back as well. */
export const erasuresFile = absolute(env['EWAROENG_ERASURES'] ?? join(dirname(keyFile), 'erasures.jsonl'));

/** The database that this process serves: `DATABASE_URL`, else the real installation's file, else the demo's. */
export function databaseSource(): DatabaseSource {
	const url = env['DATABASE_URL'];
	if (url !== undefined && url !== '') return { url };
	return { file: existsSync(realFile) || isProduction ? realFile : demoFile };
}

/** Lets a machine read `/metrics` from elsewhere than loopback; null when only loopback may. */
export const metricsToken = env['METRICS_TOKEN'] ?? null;

function absolute(path: string): string {
	return isAbsolute(path) ? path : resolve(root, path);
}
