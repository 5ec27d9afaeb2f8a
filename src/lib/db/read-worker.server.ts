/** A thread that makes reports with a reader of its own; plain Node runs this file as it is. */
import { parentPort, workerData } from 'node:worker_threads';
import { Bug, present } from '#lib/kernel/assert.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { openReader, type Reader } from './open.server.ts';
import type { Asked, Beginning, Said } from './read-thread.server.ts';

type Reports = Readonly<Record<string, (reader: Reader, args: unknown) => Promise<unknown>>>;

const port = present(parentPort, 'the thread that asks');
const { source, reportsFile, reportMillisecondsMax } = workerData as Beginning;
const { reports } = (await import(reportsFile)) as { reports: Reports };
const { reader } = openReader(source, reportMillisecondsMax);

async function answer({ name, args }: Asked): Promise<Said> {
	try {
		const report = reports[name];
		if (report === undefined) throw new Bug(`src/reports.ts has no ${name}`);
		return { value: await report(reader, args) };
	} catch (error) {
		if (!(error instanceof Refusal)) return { failed: error };
		return { refused: { code: error.code, message: error.message, facts: error.facts() } };
	}
}

function say(said: Said): void {
	port.postMessage(said);
}

port.on('message', (asked: Asked) => {
	void answer(asked).then(say);
});
say({ ready: true });
