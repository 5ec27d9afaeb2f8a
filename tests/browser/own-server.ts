/** A server of a test's own, on a copy of the demo: its clock can be moved without moving anyone else's. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { backup, DatabaseSync } from 'node:sqlite';

export interface OwnServer {
	readonly origin: string;
	/** From now on its clock goes so many milliseconds ahead of this computer's. */
	readonly moveTo: (aheadMs: number) => Promise<void>;
	readonly end: () => Promise<void>;
}

/** Starts the built server on a copy of the demo that the browser tests use. */
export async function serverAhead(aheadMs: number): Promise<OwnServer> {
	const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-ahead-'));
	await copyDemo(folder);
	const server = spawn(process.execPath, ['--import', './tests/support/moved-clock.ts', 'server.mjs'], {
		env: {
			...process.env,
			EWAROENG_DATA: folder,
			EWAROENG_KEYS: process.env['EWAROENG_KEYS'] ?? join(process.env['BROWSER_FOLDER'] ?? '', 'keys', 'waroeng.keys'),
			CLOCK_AHEAD_MS: String(aheadMs),
			DATABASE_URL: '',
			NODE_ENV: '',
			HOST: '127.0.0.1',
			PORT: '0'
		},
		stdio: ['ignore', 'pipe', 'inherit', 'ipc']
	});
	let said = '';
	const port = await new Promise<string>((resolve, reject) => {
		server.stdout?.on('data', (part: Buffer) => {
			said += part.toString();
			const [, found] = /"listening".*"url":"[^"]+:(\d+)/.exec(said) ?? [];
			if (found !== undefined) resolve(found);
		});
		server.once('exit', () => reject(new Error(`The server ended before it listened: ${said}`)));
	});
	return {
		origin: `http://localhost:${port}`,
		async moveTo(ms) {
			const set = once(server, 'message');
			server.send(ms);
			await set;
		},
		async end() {
			const gone = once(server, 'exit');
			server.kill('SIGKILL');
			await gone;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function copyDemo(folder: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const data = process.env['EWAROENG_DATA'] ?? join(process.env['BROWSER_FOLDER'] ?? '', 'data');
	const demo = new DatabaseSync(join(data, 'demo.db'), { readOnly: true });
	await backup(demo, join(folder, 'demo.db'));
	demo.close();
}
