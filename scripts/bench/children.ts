/** Work in processes of its own, so that who measures takes nothing from what is measured. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { LoadOrder, LoadResult } from './load.ts';
import type { RawOrder, RawResult } from './raw.ts';
import type { ReportOrder } from './report.ts';

export function loadServer(order: LoadOrder): Promise<LoadResult> {
	return inChild('load.ts', order) as Promise<LoadResult>;
}

export function writeRaw(order: RawOrder): Promise<RawResult> {
	return inChild('raw.ts', order) as Promise<RawResult>;
}

/** Makes reports until `over` settles, and gives how many. */
export async function reportUntil(order: ReportOrder, over: Promise<unknown>): Promise<number> {
	const child = fork(new URL('report.ts', import.meta.url), { serialization: 'advanced' });
	child.send(order);
	const gone = once(child, 'exit').then(([code]) => {
		throw new Error(`report.ts ended with ${String(code)}`);
	});
	const told = Promise.race([once(child, 'message'), gone]);
	await Promise.race([over.catch(() => undefined), told]);
	child.send('enough');
	const [made] = (await told) as unknown[];
	return Number(made);
}

/** Sends `order` to a new process of ours and gives the one thing that it says. */
async function inChild(file: string, order: object): Promise<unknown> {
	const child = fork(new URL(file, import.meta.url), { serialization: 'advanced' });
	child.send(order);
	const gone = once(child, 'exit').then(([code]) => {
		throw new Error(`${file} ended with ${String(code)}`);
	});
	const [answer] = (await Promise.race([once(child, 'message'), gone])) as unknown[];
	await gone.catch(() => undefined);
	return answer;
}
