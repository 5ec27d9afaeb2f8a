/** One product: what it is, its units, its prices, how much of it there is. */
import { priceHistory, unitsOf } from '#lib/catalog/product-prices.server.ts';
import { productByNumber } from '#lib/catalog/queries.server.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { stockOfProduct } from '#lib/inventory/queries.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { foundOr404, numberOr404 } from '#lib/web/found.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db, can } = await requireGroup(event, 'catalog.read');
	const now = db.clock();
	const product = await foundOr404(productByNumber(reader, groupId, numberOr404(event.params.number)));
	const { id, consignment } = product;
	const [units, history, level, owner] = await Promise.all([
		unitsOf(reader, groupId, id, now),
		priceHistory(reader, groupId, id),
		can('stock.read') ? stockOfProduct(reader, groupId, id) : null,
		consignment === null ? null : memberOf(reader, groupId, consignment.ownerMemberId, now)
	]);
	return {
		product,
		units,
		history,
		level,
		owner: owner?.name ?? null,
		mayEdit: can('catalog.edit') && product.isActive,
		mayReceive: can('stock.receive') && product.isActive
	};
};
