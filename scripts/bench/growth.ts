/** One sale at a time with few and with many sales already there: what a year, or a country, makes of it. */
import { loadServer, writeRaw } from './children.ts';
import type { Copy } from './grounds.ts';
import type { Site } from './phases.ts';
import { serve } from './server.ts';

export interface Grown {
	readonly sales: number;
	/** Milliseconds of one sale, by the median. */
	readonly p50: number;
	readonly p95: number;
}

/** The median of one client's sales with each of `counts` sales there; the smaller one is measured again at the end. */
export async function growthPhase(site: Site, [few, many]: readonly [number, number]): Promise<Grown[]> {
	const small = await filled(site, few);
	const large = await filled(site, many);
	try {
		return [await oneByOne(site, small, few), await oneByOne(site, large, many), await oneByOne(site, small, few)];
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
		until: { sales: perTill * templates.length },
		durable: false
	});
	return { copy, sequences: world.tills.map(() => perTill + 1024) };
}

async function oneByOne({ world, seconds, warmSeconds }: Site, place: Filled, sales: number): Promise<Grown> {
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
