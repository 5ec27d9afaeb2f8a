/** The app on a copy of the run's data, as a server of one test alone: it can be killed, and restored from a backup. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import Sqlite from 'better-sqlite3';

const run = process.env['BROWSER_FOLDER'] ?? '';
const data = process.env['EWAROENG_DATA'] ?? join(run, 'data');
const keys = process.env['EWAROENG_KEYS'] ?? join(run, 'keys', 'waroeng.keys');

export interface RestoredServer {
	readonly origin: string;
	/** Keeps the database as it is now. */
	backUp(): void;
	/** Ends the server as a power cut would, puts the backup in place and starts it at the same address. */
	restore(): Promise<void>;
	end(): Promise<void>;
}

export async function restoredServer(): Promise<RestoredServer> {
	const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-own-'));
	const file = join(folder, 'data', 'demo.db');
	const backup = join(folder, 'backup.db');
	mkdirSync(join(folder, 'data'));
	copyFileSync(keys, join(folder, 'waroeng.keys'));
	copyTo(join(data, 'demo.db'), file);
	let { server, port } = await started(folder, 0);
	return {
		origin: `http://localhost:${port}`,
		backUp() {
			rmSync(backup, { force: true });
			copyTo(file, backup);
		},
		async restore() {
			await ended(server, 'SIGKILL');
			for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
			copyTo(backup, file);
			({ server, port } = await started(folder, port));
		},
		async end() {
			await ended(server, 'SIGTERM');
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** A whole copy, also of a database that is being written. */
function copyTo(from: string, to: string): void {
	if (existsSync(to)) throw new Error(`${to} is there already`);
	const source = new Sqlite(from, { readonly: true });
	source.prepare('vacuum into ?').run(to);
	source.close();
}

async function started(
	folder: string,
	port: number
): Promise<{ readonly server: ChildProcess; readonly port: number }> {
	const server = spawn(process.execPath, ['server.mjs'], {
		env: {
			...process.env,
			EWAROENG_DATA: join(folder, 'data'),
			EWAROENG_KEYS: join(folder, 'waroeng.keys'),
			DATABASE_URL: '',
			NODE_ENV: '',
			HOST: '127.0.0.1',
			PORT: String(port)
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let said = '';
	const heard = await new Promise<number>((resolve, reject) => {
		server.stdout.on('data', (part: Buffer) => {
			said += part.toString();
			const [, at] = /"listening".*"url":"[^"]+:(\d+)/.exec(said) ?? [];
			if (at !== undefined) resolve(Number(at));
		});
		server.once('exit', () => {
			reject(new Error(`The server ended before it listened: ${said}`));
		});
	});
	return { server, port: heard };
}

async function ended(server: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const gone = once(server, 'exit');
	server.kill(signal);
	await gone;
}
