/** Reading regions: one, what lies in it, its full name, and finding one by words. */
import type { Reader } from '#lib/db/open.server.ts';
import { listMax } from '#lib/db/prepared.server.ts';
import { zone, type Zone } from '#lib/kernel/day.ts';
import { present } from '#lib/kernel/assert.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { folded } from '#lib/kernel/text.ts';
import { pathText } from './path.ts';
import { type Level, levelOf, upward } from './place.ts';

export interface Region {
	readonly code: string;
	readonly level: Level;
	readonly name: string;
	readonly parentCode: string | null;
	/** The zone of its province. */
	readonly zone: Zone;
}

/** A region with the names above it. */
export interface RegionPath {
	readonly code: string;
	readonly zone: Zone;
	/** Names from its own upward. */
	readonly names: readonly string[];
	/** "Kelurahan Lasoani, Kec. Mantikulore, Kota Palu, Sulawesi Tengah". */
	readonly text: string;
}

/** Throws NotFound. */
export async function regionAt(reader: Reader, code: string): Promise<Region> {
	const row = await regions(reader).where('code', '=', code).executeTakeFirst();
	if (row === undefined) throw new NotFound('region');
	return regionOf(row);
}

/** The region with all above it. Throws NotFound. */
export async function regionPath(reader: Reader, code: string): Promise<RegionPath> {
	const path = (await regionPaths(reader, [code])).get(code);
	if (path === undefined) throw new NotFound('region');
	return path;
}

/** The same for many at once, by code; unknown codes are left out. */
export async function regionPaths(reader: Reader, codes: readonly string[]): Promise<Map<string, RegionPath>> {
	const wanted = [...new Set(codes.flatMap(upward))];
	const known = new Map<string, Region>();
	for (let from = 0; from < wanted.length; from += listMax) {
		const rows = await regions(reader).where('code', 'in', wanted.slice(from, from + listMax)).execute(); // prettier-ignore
		for (const row of rows) known.set(row.code, regionOf(row));
	}
	const found = [...new Set(codes)].filter((code) => known.has(code));
	return new Map(found.map((code) => [code, pathOf(code, known)]));
}

/** What lies directly in a region, by name; the provinces for null. */
export async function childrenOf(reader: Reader, code: string | null): Promise<Region[]> {
	const rows = await regions(reader)
		.where('parentCode', code === null ? 'is' : '=', code)
		.orderBy('name')
		.orderBy('code')
		.execute();
	return rows.map(regionOf);
}

export interface RegionSearch {
	readonly level?: Level;
	/** Only in this region. */
	readonly within?: string;
	readonly limit?: number;
}

const foundDefault = 20;

/** Regions whose name, or the names above it, hold all the words, as people type them: "lasoani palu". */
export async function searchRegions(reader: Reader, text: string, search: RegionSearch = {}): Promise<Region[]> {
	const words = folded(text).split(' ').filter((word) => word !== ''); // prettier-ignore
	if (words.length === 0) return [];
	const { level, within = '', limit = foundDefault } = search;
	let found = regions(reader);
	for (const word of words) found = found.where('searchText', 'like', `%${word}%`);
	if (level !== undefined) found = found.where('level', '=', level);
	if (within !== '')
		found = found.where((row) => row.or([row('code', '=', within), row('code', 'like', `${within}.%`)]));
	const own = words.join(' ');
	const rows = await found
		.orderBy((row) => {
			const begins = ['', 'kota ', 'kabupaten '].map((title) => row('searchText', 'like', `${title}${own}%`));
			return row.case().when(row.or(begins)).then(0).else(1).end();
		})
		.orderBy('level')
		.orderBy('name')
		.orderBy('code')
		.limit(limit)
		.execute();
	return rows.map(regionOf);
}

function regions(reader: Reader) {
	return reader.selectFrom('region').select(['code', 'name', 'parentCode', 'zone']);
}

function regionOf(row: { code: string; name: string; parentCode: string | null; zone: string }): Region {
	return { ...row, level: levelOf(row.code), zone: zone(row.zone) };
}

function pathOf(code: string, known: ReadonlyMap<string, Region>): RegionPath {
	const line = upward(code).flatMap((above) => known.get(above) ?? []);
	const names = line.map((region) => region.name);
	return { code, zone: present(line[0], code).zone, names, text: pathText(code, names) };
}
