/** One sale at a time with few and with many sales already there: what a year, or a country, makes of it. */
import type { DatabaseSource } from '#lib/db/open.server.ts';
import { loadServer, writeRaw } from './children.ts';
import type { Copy } from './grounds.ts';
import type { Site } from './phases.ts';
import { serve } from './server.ts';
import { openStore } from './store.ts';

export interface Grown {
	readonly sales: number;
	/** Milliseconds of one sale, by the median. */
	readonly p50: number;
	readonly p95: number;
}

/** How often the two are measured in turn: one measurement strays more than what is looked for. */
const rounds = 3;

/** The median of one client's sales with few and with many sales added to those of the base, in turn; few come first and last. */
export async function growthPhase(site: Site, [few, many]: readonly [number, number]): Promise<Grown[]> {
	const small = await filled(site, few);
	const large = await filled(site, many);
	try {
		const grown: Grown[] = [];
		for (let round = 0; round < rounds; round++)
			for (const place of [small, large]) grown.push(await oneByOne(site, place));
		return [...grown, await oneByOne(site, small)];
	} finally {
		await small.copy.drop();
		await large.copy.drop();
	}
}

interface Filled {
	readonly copy: Copy;
	/** The last number of each till. */
	sequences: readonly number[];
}

async function filled({ grounds, templates, world }: Site, sales: number): Promise<Filled> {
	const copy = await grounds.copy();
	const perTill = Math.ceil(sales / templates.length);
	await writeRaw({
		source: copy.source,
		templates,
		perCommit: 512,
		oneTill: false,
		until: { sales: perTill * templates.length },
		durable: false
	});
	return { copy, sequences: world.tills.map(() => perTill + 1024) };
}

/** Counted, not believed. */
async function salesIn(source: DatabaseSource): Promise<number> {
	const store = openStore(source);
	try {
		return Number((await store.rows('select count(*) as n from sale'))[0]?.['n'] ?? 0);
	} finally {
		await store.close();
	}
}

async function oneByOne({ world, seconds, warmSeconds }: Site, place: Filled): Promise<Grown> {
	const sales = await salesIn(place.copy.source);
	const server = await serve(place.copy.settings);
	try {
		const { origin } = server;
		const asking = { kind: 'sales', perRequest: 1, tills: world.tills, sequences: place.sequences } as const;
		const { p50, p95, sequences, failed, firstFailure } = await loadServer({
			origin,
			serverPid: server.pid,
			seconds: Math.max(2, seconds / 3),
			warmSeconds,
			clients: 1,
			asking
		});
		if (failed > 0) throw new Error(`${failed} sales failed: ${firstFailure}`);
		place.sequences = sequences;
		return { sales, p50, p95 };
	} finally {
		await server.stop();
	}
}
