/** Labels of what the group makes itself, with its licences that still hold. */
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import { heldNumber } from '#lib/groups/licence-held.ts';
import { licencesOf } from '#lib/groups/licences.server.ts';
import { goodsCode } from '#lib/printing/goods-code.ts';
import type { MadeGoods } from '#lib/printing/label.ts';
import { regionPath } from '#lib/regions/queries.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { askedLabel, isInOrder } from './asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, group, db, today } = await requireGroup(event, 'catalog.read');
	const asked = askedLabel(event.url.searchParams);
	const [list, licences, village] = await Promise.all([
		priceListOf(reader, groupId, 'counter', db.clock()),
		licencesOf(reader, groupId),
		regionPath(reader, group.villageCode)
	]);
	const made = list.filter(({ kind }) => kind === 'made');
	const product = made.find(({ number }) => number === asked.number);
	const label: MadeGoods | null =
		product === undefined || !isInOrder(asked)
			? null
			: {
					...asked,
					name: product.name,
					maker: group.name,
					address: `${group.address}, ${village.text}`,
					homeFoodLicence: heldNumber('p-irt', licences, product.id, today),
					halal: heldNumber('halal', licences, product.id, today),
					code: goodsCode(product.barcode, product.number)
				};
	return { asked, inOrder: isInOrder(asked), label, goods: made.map(({ number, name }) => ({ number, name })) };
};
