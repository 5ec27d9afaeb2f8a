/** A lone sale is answered only after the disk has it: seen from outside, in the calls that the server makes to the kernel. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder, send, serve, servedShop } from '#tests/support/served.ts';

const calls = 'fdatasync,fsync,pwrite64,read,write,writev';
const tracing = spawnSync('strace', ['-e', 'trace=fsync', 'true'], { encoding: 'utf8' });
const cannotTrace =
	tracing.error === undefined
		? tracing.status === 0
			? ''
			: `strace may not trace here: ${tracing.stderr.trim()}`
		: 'strace is not installed (as root: apt-get install strace)';

type Event = 'asked' | 'written' | 'synced' | 'answered';

/** What matters of a trace, in the order in which it was finished; an answer counts from where it begins. */
function eventsOf(trace: string): Event[] {
	return wholeCalls(trace).flatMap((line): Event[] => {
		if (/read\(.*"POST \/api\/till/.test(line)) return ['asked'];
		if (/pwrite64\(\d+<[^>]*-wal>/.test(line)) return ['written'];
		if (/(fdatasync|fsync)\(\d+<[^>]*-wal>.*= 0$/.test(line)) return ['synced'];
		if (/writev?\(.*HTTP\/1\.1 200/.test(line)) return ['answered'];
		return [];
	});
}

/** The calls of a trace, each in one line where it ended: one that another thread's broke in two is put together again. */
function wholeCalls(trace: string): string[] {
	const begun = new Map<string, string>();
	return trace.split('\n').flatMap((line) => {
		const [, thread = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
		const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(call)?.[1];
		if (unfinished !== undefined) {
			if (unfinished.startsWith('write')) return [unfinished];
			begun.set(thread, unfinished);
			return [];
		}
		const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(call)?.[1];
		return [resumed === undefined ? call : `${begun.get(thread) ?? ''}${resumed}`];
	});
}

test('between the last write of a sale and its answer lies a sync of the log', async ({ skip }) => {
	skip(cannotTrace !== '', cannotTrace);
	const shop = await servedShop('sqlite');
	const [till] = shop.tills;
	if (till === undefined) throw new Error('a shop has tills');
	const trace = join(newFolder(), 'trace');
	// The tracer stands aside (-D), so that signals reach the server itself.
	const server = await serve(shop, ['strace', '-D', '-f', '-y', '-s', '64', '-e', `trace=${calls}`, '-o', trace]);
	for (let sale = 0; sale < 5; sale++)
		expect(await send(server, till, [till.sellSome(1)])).toMatchObject({ status: 200 });
	expect(await server.end('SIGTERM')).toBe(0);
	await expect.poll(() => readFileSync(trace, 'utf8')).toMatch(/\+\+\+ exited with 0 \+\+\+\n$/);
	const events = eventsOf(readFileSync(trace, 'utf8'));
	const sales = events.join(' ').split('asked').slice(1);
	expect(sales).toHaveLength(5);
	for (const sale of sales) expect(sale.trim()).toMatch(/^(written )+synced (written |synced )*answered/);
	for (const sale of sales) expect(sale.slice(0, sale.indexOf('answered'))).toMatch(/synced $/);
});
