/** The phases of a measurement: rows written raw, sales over HTTP, pages read, each on a fresh copy. */
import type { DatabaseSource } from '#lib/db/open.server.ts';
import { loadServer, writeRaw } from './children.ts';
import type { Grounds } from './grounds.ts';
import type { LoadOrder, LoadResult } from './load.ts';
import { serve, type ServerSettings } from './server.ts';
import { countRows, type Table } from './store.ts';
import type { Template } from './template.ts';
import type { BenchWorld } from './world.ts';

export interface Measured {
	readonly perSecond: number;
	readonly rowsPerSale: number;
	/** Microseconds of processor time in the writing process; the database's own where it runs inside of it. */
	readonly cpuPerSale: number;
}

export interface MeasuredHttp extends Measured {
	readonly p50: number;
	readonly p95: number;
}

/** What all phases on one engine share. */
export interface Site {
	readonly grounds: Grounds;
	readonly world: BenchWorld;
	readonly templates: readonly Template[];
	readonly tables: readonly Table[];
	readonly seconds: number;
	readonly warmSeconds: number;
	readonly clients: number;
	/** Where CPU profiles of the server are written, one for each phase of sales; null for none. */
	readonly profiles: string | null;
}

export async function rawPhase(
	{ grounds, templates, tables, seconds }: Site,
	perCommit: number,
	oneTill: boolean
): Promise<Measured> {
	const copy = await grounds.copy();
	const before = await countRows(copy.source, tables);
	const until = { seconds: Math.max(2, seconds / 3) };
	const {
		sales,
		seconds: took,
		cpuSeconds
	} = await writeRaw({ source: copy.source, templates, perCommit, oneTill, until, durable: true });
	const rows = (await countRows(copy.source, tables)) - before;
	await copy.drop();
	return { perSecond: sales / took, rowsPerSale: rows / sales, cpuPerSale: (cpuSeconds * 1e6) / sales };
}

/** Something beside the load, begun when the server listens; it ends when `over` resolves. */
export type Beside = (source: DatabaseSource, over: Promise<unknown>) => Promise<void>;

/** Sales over HTTP, `perRequest` in each. */
export async function salesPhase(site: Site, perRequest: number, beside?: Beside): Promise<MeasuredHttp> {
	const { grounds, world, tables, seconds, warmSeconds, clients, profiles } = site;
	const copy = await grounds.copy();
	const before = await countRows(copy.source, tables);
	const sequences = world.tills.map(() => 1);
	const asking = { kind: 'sales', perRequest, tills: world.tills, sequences } as const;
	const profiling =
		profiles === null
			? []
			: ['--cpu-prof', `--cpu-prof-dir=${profiles}`, `--cpu-prof-name=sales-${perRequest}.cpuprofile`];
	const settings = { ...copy.settings, nodeArgs: profiling };
	const result = await onServer(settings, { seconds, warmSeconds, clients, asking }, (over) =>
		beside?.(copy.source, over)
	);
	const rows = (await countRows(copy.source, tables)) - before;
	await copy.drop();
	const sold = result.requests * perRequest;
	const all = result.sequences.reduce((sum, last) => sum + last - 1, 0);
	return {
		perSecond: sold / result.seconds,
		cpuPerSale: (result.cpuSeconds * 1e6) / sold,
		rowsPerSale: rows / all,
		p50: result.p50,
		p95: result.p95
	};
}

/** One page, asked again and again. */
export async function pagePhase({ grounds, seconds, warmSeconds, clients }: Site, path: string): Promise<MeasuredHttp> {
	const copy = await grounds.copy();
	const asking = { kind: 'page', path, token: null } as const;
	const result = await onServer(copy.settings, { seconds: Math.max(1, seconds / 3), warmSeconds, clients, asking });
	await copy.drop();
	return {
		perSecond: result.requests / result.seconds,
		cpuPerSale: (result.cpuSeconds * 1e6) / result.requests,
		rowsPerSale: 0,
		p50: result.p50,
		p95: result.p95
	};
}

async function onServer(
	settings: ServerSettings,
	order: Omit<LoadOrder, 'origin' | 'serverPid'>,
	beside?: (over: Promise<unknown>) => Promise<void> | undefined
): Promise<LoadResult> {
	const server = await serve(settings);
	try {
		const { origin } = server;
		const loading = loadServer({ origin, serverPid: server.pid, ...order });
		await beside?.(loading);
		const result = await loading;
		if (result.failed > 0) throw new Error(`${result.failed} requests failed: ${result.firstFailure}`);
		return result;
	} finally {
		await server.stop();
	}
}
