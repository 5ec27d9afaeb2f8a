/** A demo on this machine, served as `npm start` serves it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import * as v from 'valibot';

export interface Demo {
	readonly url: string;
	/** Who may make a browser a till. */
	readonly officer: { readonly phone: string; readonly password: string };
	stop(): Promise<void>;
}

const signIns = v.array(v.object({ role: v.string(), phone: v.string(), password: v.string() }));
const officerRole = 'treasurer (bendahara), Kube Lasoani';
const patienceMs = 8 * 60_000;

export async function startedDemo(folder: string, running: string | undefined): Promise<Demo> {
	if (running !== undefined)
		return { url: running, officer: officerOf(process.env['EWAROENG_DATA'] ?? 'data'), stop: () => Promise.resolve() };
	const port = String(4800 + (process.pid % 100));
	const data = join(folder, 'data');
	const env = { ...process.env, EWAROENG_DATA: data, EWAROENG_KEYS: join(folder, 'keys', 'k.keys'), PORT: port, HOST: '127.0.0.1' }; // prettier-ignore
	const server = spawn('node', ['scripts/start.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
	const url = `http://localhost:${port}`;
	await healthy(url);
	const stop = () =>
		new Promise<void>((resolve) => {
			server.once('exit', () => resolve());
			server.kill('SIGTERM');
		});
	return { url, officer: officerOf(data), stop };
}

function officerOf(folder: string): Demo['officer'] {
	const everyone = v.parse(signIns, JSON.parse(readFileSync(join(folder, 'demo-sign-ins.json'), 'utf8')));
	const found = everyone.find(({ role }) => role.startsWith(officerRole));
	if (found === undefined) throw new Error(`nobody in the demo is ${officerRole}`);
	return found;
}

async function healthy(url: string): Promise<void> {
	const end = Date.now() + patienceMs;
	while (Date.now() < end) {
		const answer = await fetch(`${url}/healthz`).catch(() => null);
		if (answer?.ok === true) return;
		await new Promise((resolve) => setTimeout(resolve, 1000));
	}
	throw new Error(`${url} did not come up`);
}
