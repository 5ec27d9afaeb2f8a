/** `npm start`: installs, makes the demo where there is no database, migrates, builds and serves. Runs on any Node from 20. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildWhenStale } from './lib/build.mjs';
import { passSignals, readDotEnv, root, underOwnNode } from './lib/own-node.mjs';
import { run } from './lib/run.mjs';
import { BadSetting, readSettings } from './server/settings.mjs';

/** @typedef {'demo' | 'real' | 'server'} Kind of database: a file of either kind, or the one that DATABASE_URL names */

await underOwnNode(fileURLToPath(import.meta.url));
readDotEnv();
const { env } = process;
const { port, host } = settings();
const dataFolder = resolve(root, env['EWAROENG_DATA'] || 'data');

await refuseTakenPort();
const kind = await findDatabase();
await step('node', ['scripts/migrate.ts']);
if (!(await buildWhenStale())) stop('The build did not succeed; what it said is above.');
process.exitCode = await serve();

/** Wrong settings are told before anything is made. */
function settings() {
	try {
		return readSettings(env);
	} catch (error) {
		if (error instanceof BadSetting) return stop(error.message);
		throw error;
	}
}

/** @returns {Promise<Kind>} */
async function findDatabase() {
	if (env['DATABASE_URL']) return 'server';
	if (existsSync(join(dataFolder, 'waroeng.db'))) return 'real';
	if (existsSync(join(dataFolder, 'demo.db')) && env['NODE_ENV'] !== 'production') return 'demo';
	if (env['NODE_ENV'] === 'production') stop(`There is no database in ${dataFolder}. Make one with: npm run setup`);
	console.log('There is no database yet: making the demo. This takes about a minute, once.');
	await step('node', ['scripts/demo.ts']);
	return 'demo';
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
async function step(command, args) {
	const code = await run(command, args);
	if (code !== 0) process.exit(code);
}

/** @returns {Promise<number>} the server's exit code */
function serve() {
	const server = spawn('node', ['server.mjs'], {
		cwd: root,
		env,
		stdio: ['inherit', 'inherit', 'inherit', 'ipc']
	});
	server.once('message', (/** @type {{ listening: string }} */ { listening }) => void greet(listening));
	return passSignals(server);
}

/** @param {string} listening where the server says it is */
async function greet(listening) {
	const address = listening.replace(/127\.0\.0\.1|0\.0\.0\.0|\[::1?\]/, 'localhost');
	const parts = [
		['Shop', '/'],
		['Counter', '/kasir'],
		['Back office', '/kelola'],
		['Platform', '/dinsos'],
		['Sign in', '/masuk']
	];
	console.log(`\nE-waroeng is ready${kind === 'demo' ? ' (demo)' : ''}. Ctrl-C ends it.\n`);
	for (const [name = '', path = ''] of parts) console.log(`  ${name.padEnd(12)} ${address}${path}`);
	console.log('');
	if (kind === 'demo') await run('node', ['scripts/demo.ts', '--print']);
}

/** Says at once that the port is taken, before a minute goes into the demo. */
async function refuseTakenPort() {
	/** @type {unknown} */
	const taken = await new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', (error) => {
			resolve('code' in error && error.code === 'EADDRINUSE');
		});
		probe.listen({ port, host }, () => {
			probe.close(() => {
				resolve(false);
			});
		});
	});
	if (taken) {
		stop(`Port ${port} is taken. Stop the program that has it, or choose another port: PORT=${port + 1} npm start`);
	}
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
	console.error(message);
	process.exit(1);
}
