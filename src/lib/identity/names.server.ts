/** Names of people for lists that know only their ids. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Id } from '#lib/kernel/id.ts';

const atOnce = 200;

/** The name of each person, by id; those who were erased are not in the map. */
export async function everyName(reader: Reader, personIds: readonly Id[]): Promise<ReadonlyMap<string, string>> {
	const wanted = [...new Set(personIds)];
	const names = new Map<string, string>();
	for (let from = 0; from < wanted.length; from += atOnce) {
		const rows = await reader
			.selectFrom('person')
			.select(['id', 'name'])
			.where('id', 'in', wanted.slice(from, from + atOnce))
			.where('erasedAt', 'is', null)
			.execute();
		for (const { id, name } of rows) names.set(id, name);
	}
	return names;
}
