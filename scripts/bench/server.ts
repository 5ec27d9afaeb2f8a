/** The built server on a database of its own, as `npm start` serves it, for as long as one measurement takes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import * as v from 'valibot';

const root = join(import.meta.dirname, '..', '..');
const startMsMax = 30_000;

const Listening = v.object({ listening: v.string() });

export interface Serving {
	/** `http://127.0.0.1:…` */
	readonly origin: string;
	readonly pid: number;
	stop(): Promise<void>;
}

/** Hundredths of a second are what Linux counts in. */
const ticksPerSecond = 100;

/** Processor time that a process has used so far, in seconds; 0 where there is no /proc. */
export function cpuSecondsOf(pid: number): number {
	const file = `/proc/${pid}/stat`;
	if (!existsSync(file)) return 0;
	const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

export interface ServerSettings {
	/** The data folder, with `demo.db` in it unless `databaseUrl` is given. */
	readonly dataFolder: string;
	readonly keyFile: string;
	readonly databaseUrl?: string;
	/** Arguments for Node itself. */
	readonly nodeArgs?: readonly string[];
}

/** Starts it on a free port and waits until it answers. */
export async function serve({
	dataFolder,
	keyFile,
	databaseUrl = '',
	nodeArgs = []
}: ServerSettings): Promise<Serving> {
	const settings = {
		EWAROENG_DATA: dataFolder,
		EWAROENG_KEYS: keyFile,
		DATABASE_URL: databaseUrl,
		PORT: '0',
		HOST: '127.0.0.1'
	};
	const server = spawn(process.execPath, [...nodeArgs, 'server.mjs'], {
		cwd: root,
		env: { ...process.env, ...settings, NODE_ENV: '' },
		stdio: ['ignore', 'ignore', 'pipe', 'ipc']
	});
	let said = '';
	server.stderr?.on('data', (part: Buffer) => (said += part.toString()));
	const origin = await listening(server, () => said);
	return { origin, pid: server.pid ?? 0, stop: () => ended(server) };
}

async function listening(server: ChildProcess, said: () => string): Promise<string> {
	const patience = AbortSignal.timeout(startMsMax);
	const gone = once(server, 'exit', { signal: patience }).then(() => {
		throw new Error(`The server ended before it listened. ${said()}`);
	});
	const told = once(server, 'message', { signal: patience }).then(([message]) => v.parse(Listening, message).listening);
	return Promise.race([told, gone]);
}

async function ended(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null) return;
	const gone = once(server, 'exit');
	server.kill('SIGTERM');
	await gone;
}
