/** What inventory must know of products before it moves them. */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';

/** Services have no stock. */
export class StockNotKept extends Refusal {
	readonly code = 'inventory.not-kept';
	readonly product: string;

	constructor(name: string) {
		super(`${name} is a service.`);
		this.product = name;
	}
}

const kinds = prepared((db, p: { groupId: string; products: readonly string[] }) =>
	db.selectFrom('product').select(['id', 'kind', 'name']).where('groupId', '=', p.groupId).where('id', 'in', p.products)
);

/** The kind of each product. Throws NotFound when one is not the group's, StockNotKept for a service. */
export async function stockedKinds(work: Work, products: readonly Id[]): Promise<Map<string, string>> {
	const wanted = [...new Set(products)];
	const rows = await work.run(kinds, { groupId: work.groupId, products: wanted });
	if (rows.length < wanted.length) throw new NotFound('product');
	const service = rows.find((row) => row.kind === 'service');
	if (service !== undefined) throw new StockNotKept(service.name);
	return new Map(rows.map((row) => [row.id, row.kind]));
}
