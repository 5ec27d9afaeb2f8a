/** Where there are groups: the places directly inside a region, with how many active groups each holds. */
import type { Reader } from '#lib/db/open.server.ts';
import type { PlaceWithGroups } from './places.ts';

/**
 * The widest places between which there is a choice: where all groups are in one province, its cities; and so on down.
 * Empty when there are no groups.
 */
export async function firstChoiceOfPlaces(reader: Reader): Promise<PlaceWithGroups[]> {
	let places = await regionsWithGroups(reader, null);
	for (let [only] = places; places.length === 1 && only !== undefined; [only] = places) {
		const inside = await regionsWithGroups(reader, only.code);
		if (inside.length === 0) return places;
		places = inside;
	}
	return places;
}

/** By name; only places with at least one active group. `code` null asks for provinces. */
export async function regionsWithGroups(reader: Reader, code: string | null): Promise<PlaceWithGroups[]> {
	const rows = await reader
		.selectFrom('kube')
		.innerJoin('regionClosure', 'regionClosure.descendantCode', 'kube.villageCode')
		.innerJoin('region', 'region.code', 'regionClosure.ancestorCode')
		.select((select) => ['region.code', 'region.name', select.fn.countAll<number>().as('groups')])
		.where('kube.status', '=', 'active')
		.where('region.parentCode', code === null ? 'is' : '=', code)
		.groupBy(['region.code', 'region.name'])
		.orderBy('region.name')
		.execute();
	return rows.map((row) => ({ code: row.code, name: row.name, groups: row.groups }));
}
