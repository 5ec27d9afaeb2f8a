/** Labels of what the group makes itself, with its licences that still hold. */
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import { type Licence, type LicenceKind, licenceState } from '#lib/groups/licence.ts';
import { licencesOf } from '#lib/groups/licences.server.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
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
					homeFoodLicence: numberOf('p-irt', licences, product.id, today),
					halal: numberOf('halal', licences, product.id, today),
					code: goodsCode(product.barcode, product.number)
				};
	return { asked, inOrder: isInOrder(asked), label, goods: made.map(({ number, name }) => ({ number, name })) };
};

/** The number of a licence that holds today: the product's own before one for all that the group makes. */
function numberOf(kind: LicenceKind, licences: readonly Licence[], productId: Id, today: Day): string | null {
	const held = licences.filter((licence) => licence.kind === kind && licenceState(licence, today) !== 'ended');
	const own = held.find((licence) => licence.productId === productId);
	return (own ?? held.find((licence) => licence.productId === null))?.number ?? null;
}
