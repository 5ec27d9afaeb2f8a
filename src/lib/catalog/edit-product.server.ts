/** Changing a product, and taking it off the shelf for good. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { bit } from '#lib/db/values.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { searchable } from '#lib/kernel/text.ts';
import { checkNewNames } from './names.server.ts';
import { checkOwner, type Consignment, type NewProduct, type ProductChange } from './new-product.ts';
import { checkOwners } from './owner.server.ts';
import { parseProductKind, type ProductKind } from './product.ts';
import { type UnitKey, unitOf } from './units.ts';

/** Throws NotFound, NameTaken, BarcodeTaken, OwnerNeeded, MemberLeft. */
export async function editProduct(work: Work, productId: Id, change: ProductChange): Promise<void> {
	const product = await activeProduct(work, productId);
	await checkChange(work, product, change);
	await work.trx
		.updateTable('product')
		.set(columnsOf(change))
		.where('groupId', '=', work.groupId)
		.where('id', '=', productId)
		.execute();
	const { foodGroup, isFresh, isBundle } = change;
	const facts = {
		fields: Object.keys(change).sort().join(' '),
		...(foodGroup === undefined ? {} : { foodGroup }),
		...(isFresh === undefined ? {} : { isFresh }),
		...(isBundle === undefined ? {} : { isBundle })
	};
	await recordAudit(work, { action: 'product.edited', subjectType: 'product', subjectId: productId, facts });
}

async function checkChange(work: Work, product: ActiveProduct, change: ProductChange): Promise<void> {
	const { name = product.name, barcode = product.barcode, kind = product.kind, consignment } = change;
	if (change.name !== undefined || change.barcode !== undefined)
		await checkNewNames(work, [{ name, barcode }], { but: product.id });
	const owner = consignment === undefined ? product.consignment : consignment;
	if (kind !== product.kind || consignment !== undefined) checkOwner(kind, owner);
	if (consignment !== undefined && consignment !== null) await checkOwners(work, [consignment.ownerMemberId]);
}

function columnsOf({ consignment, isFresh, isBundle, atCounter, inShop, forAgencies, ...plain }: ProductChange) {
	const switches = Object.entries({ isFresh, isBundle, atCounter, inShop, forAgencies });
	const bits = switches.flatMap(([column, on]) => (on === undefined ? [] : [[column, bit(on)] as const]));
	const owner = consignment === undefined ? [] : ownerColumns(consignment);
	return {
		...plain,
		...(plain.name === undefined ? {} : { searchText: searchable(plain.name) }),
		...Object.fromEntries<number | string | null>([...bits, ...owner])
	};
}

function ownerColumns(consignment: NewProduct['consignment']): [string, string | number | null][] {
	return [
		['ownerMemberId', consignment?.ownerMemberId ?? null],
		['commission', consignment?.commission ?? null]
	];
}

/** Takes a product off the shelf for good. Its number is never used again; its barcode may be. Throws NotFound. */
export async function retireProduct(work: Work, productId: Id): Promise<void> {
	const { number } = await activeProduct(work, productId);
	await work.trx
		.updateTable('product')
		.set({ isActive: 0, barcode: null })
		.where('groupId', '=', work.groupId)
		.where('id', '=', productId)
		.execute();
	await recordAudit(work, {
		action: 'product.retired',
		subjectType: 'product',
		subjectId: productId,
		facts: { number }
	});
}

interface ActiveProduct {
	readonly id: Id;
	readonly number: number;
	readonly name: string;
	readonly barcode: string | null;
	readonly kind: ProductKind;
	readonly normalUnit: UnitKey;
	readonly consignment: Consignment | null;
}

/** A product that is still sold. Throws NotFound. */
export async function activeProduct(work: Work, productId: Id): Promise<ActiveProduct> {
	const row = await work.trx
		.selectFrom('product')
		.select(['number', 'name', 'barcode', 'kind', 'normalUnit', 'ownerMemberId', 'commission'])
		.where('groupId', '=', work.groupId)
		.where('id', '=', productId)
		.where('isActive', '=', 1)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound('product');
	const { number, name, barcode, ownerMemberId, commission } = row;
	return {
		id: productId,
		number,
		name,
		barcode,
		kind: present(parseProductKind(row.kind), `kind ${row.kind}`),
		normalUnit: present(unitOf(row.normalUnit), `unit ${row.normalUnit}`).key,
		consignment: ownerMemberId === null ? null : { ownerMemberId: id(ownerMemberId), commission: commission ?? 0 }
	};
}
