/** A server's front door for tests: our own serving around a handler that tells what it was given. */
import { request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { serve } from '../../../scripts/server/serve.mjs';
import { readSettings } from '../../../scripts/server/settings.mjs';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface Door {
	readonly url: string;
	readonly close: (patienceMs: number) => Promise<void>;
}

/** Opens a door on a free port; it is closed when the test ends. */
export async function openDoor(handler: Handler, env: NodeJS.ProcessEnv = {}): Promise<Door> {
	const server = serve(handler, readSettings({ PORT: '0', ...env }));
	const url = await server.listen();
	onTestFinished(() => server.close(0));
	return { url, close: server.close };
}

/** Reads the whole body and answers with its length, or with the error that reading it met. */
export const measuring: Handler = (incoming, response) => {
	let bytes = 0;
	incoming.on('data', (chunk: Buffer) => (bytes += chunk.length));
	incoming.on('end', () => response.end(String(bytes)));
	incoming.on('error', () => response.end('broken'));
};

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** Sends `chunks` as one body; announced says its length beforehand, otherwise it is sent in pieces of unknown number. */
export function post(url: string, chunks: readonly Buffer[], headers: Record<string, string> = {}): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const outgoing = request(url, { method: 'POST', headers }, (incoming) => {
			let body = '';
			incoming.setEncoding('utf8');
			incoming.on('data', (text: string) => (body += text));
			incoming.on('end', () => {
				resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body });
			});
		});
		outgoing.on('error', reject);
		for (const chunk of chunks) outgoing.write(chunk);
		outgoing.end();
	});
}
