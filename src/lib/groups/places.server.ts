/** Where there are groups: the places directly inside a region, with how many active groups each holds. */
import type { Reader } from '#lib/db/open.server.ts';
import type { PlaceWithGroups } from './places.ts';

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
