/** Names of regions by code, the whole country by ''. */
import type { Reader } from '#lib/db/open.server.ts';
import { regionPaths } from '#lib/regions/queries.server.ts';
import { m } from '#texts/messages.js';

export async function regionNames(reader: Reader, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const paths = await regionPaths(
		reader,
		codes.filter((code) => code !== '')
	);
	return new Map([['', m.platform_whole_country()], ...[...paths].map(([code, { text }]) => [code, text] as const)]);
}
