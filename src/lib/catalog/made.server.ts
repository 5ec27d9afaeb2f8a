/** What a group makes itself and still sells. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';

export async function madeProducts(reader: Reader, groupId: Id): Promise<Id[]> {
	const rows = await reader
		.selectFrom('product')
		.select('id')
		.where('groupId', '=', groupId)
		.where('kind', '=', 'made')
		.where('isActive', '=', 1)
		.orderBy('number')
		.execute();
	return rows.map((row) => id(row.id));
}
