/**
 * A server of a test's own, on a copy of the run's data: its clock can be moved without moving anyone else's, and it can be
 * killed and come back from a backup.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { ended, listening } from '#tests/support/listening.ts';

const run = process.env['BROWSER_FOLDER'] ?? '';
const data = process.env['EWAROENG_DATA'] ?? join(run, 'data');
const keys = process.env['EWAROENG_KEYS'] ?? join(run, 'keys', 'waroeng.keys');

export interface OwnServer {
	readonly origin: string;
	/** From now on its clock goes so many milliseconds ahead of this computer's. */
	moveTo(aheadMs: number): Promise<void>;
	/** Keeps the database as it is now. */
	backUp(): void;
	/** Ends the server as a power cut would, puts the backup in place and starts it at the same address. */
	restore(): Promise<void>;
	end(): Promise<void>;
}

/** Starts the built server with a clock that goes so many milliseconds ahead. */
export async function ownServer(aheadMs = 0): Promise<OwnServer> {
	const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-own-'));
	const file = join(folder, 'demo.db');
	const backup = join(folder, 'backup.db');
	copyTo(join(data, 'demo.db'), file);
	let ahead = aheadMs;
	let { server, port } = await started(folder, '0', ahead);
	return {
		origin: `http://localhost:${port}`,
		async moveTo(ms) {
			const set = once(server, 'message');
			server.send(ms);
			await set;
			ahead = ms;
		},
		backUp() {
			rmSync(backup, { force: true });
			copyTo(file, backup);
		},
		async restore() {
			await ended(server, 'SIGKILL');
			for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
			copyTo(backup, file);
			({ server, port } = await started(folder, port, ahead));
		},
		async end() {
			await ended(server, 'SIGKILL');
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** A whole copy, also of a database that is being written. */
function copyTo(from: string, to: string): void {
	if (existsSync(to)) throw new Error(`${to} is there already`);
	const source = new DatabaseSync(from, { readOnly: true });
	source.prepare('vacuum into ?').run(to);
	source.close();
}

async function started(
	folder: string,
	port: string,
	aheadMs: number
): Promise<{ readonly server: ChildProcess; readonly port: string }> {
	const server = spawn(process.execPath, ['--import', './tests/support/moved-clock.ts', 'server.mjs'], {
		env: {
			...process.env,
			EWAROENG_DATA: folder,
			EWAROENG_KEYS: keys,
			CLOCK_AHEAD_MS: String(aheadMs),
			DATABASE_URL: '',
			NODE_ENV: '',
			HOST: '127.0.0.1',
			PORT: port
		},
		stdio: ['ignore', 'pipe', 'inherit', 'ipc']
	});
	const { origin } = await listening(server);
	return { server, port: new URL(origin).port };
}
