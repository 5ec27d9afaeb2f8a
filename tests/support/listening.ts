/** A server as a process of its own: until it listens, and until it is gone. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

interface Listening {
	readonly origin: string;
	/** What it logged so far. */
	readonly log: () => string;
}

/** Waits until `server` says where it listens; fails with what it logged when it ends before. */
export async function listening(server: ChildProcess): Promise<Listening> {
	let said = '';
	const hear = (part: Buffer): void => void (said += part.toString());
	server.stdout?.on('data', hear);
	server.stderr?.on('data', hear);
	const origin = await new Promise<string>((resolve, reject) => {
		server.stdout?.on('data', () => {
			const [, url] = /"listening".*"url":"([^"]+)"/.exec(said) ?? [];
			if (url !== undefined) resolve(new URL(url).origin);
		});
		server.once('exit', () => {
			reject(new Error(`The server ended before it listened: ${said}`));
		});
	});
	return { origin, log: () => said };
}

/** Sends the signal and waits until it is gone; gives its exit code, null when the signal ended it. */
export async function ended(server: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
	if (server.exitCode !== null || server.signalCode !== null) return server.exitCode;
	const gone = once(server, 'exit');
	server.kill(signal);
	await gone;
	return server.exitCode;
}
