/** Adding products, with their units and first prices. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { nextNumber } from '#lib/db/counter.server.ts';
import { bit } from '#lib/db/values.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import { searchable } from '#lib/kernel/text.ts';
import { checkNewNames } from './names.server.ts';
import { checkOwner, checkUnits, type NewProduct, type NewUnit } from './new-product.ts';
import { checkOwners } from './owner.server.ts';
import { writePrices } from './set-price.server.ts';
import type { UnitKey } from './units.ts';

export interface AddedProduct {
	readonly productId: Id;
	/** Small, of this group, never used again. */
	readonly number: number;
	/** In the order in which they were given. */
	readonly units: readonly { readonly unitId: Id; readonly unit: UnitKey }[];
}

/** Adds one product. Throws NameTaken, BarcodeTaken, NoUnits, UnitTwice, NormalUnitSize, OwnerNeeded, MemberLeft, NotFound. */
export async function addProduct(work: Work, product: NewProduct): Promise<AddedProduct> {
	const [added] = await addProducts(work, [product]);
	return present(added, 'the new product');
}

/** Adds products, all or none, in the order given; refuses as `addProduct` does. */
export async function addProducts(work: Work, products: readonly NewProduct[]): Promise<AddedProduct[]> {
	if (products.length === 0) return [];
	for (const { normalUnit, units, kind, consignment = null } of products) {
		checkUnits(normalUnit, units);
		checkOwner(kind, consignment);
	}
	await checkNewNames(work, products);
	await checkOwners(
		work,
		products.flatMap((product) => product.consignment?.ownerMemberId ?? [])
	);
	const made = [];
	for (const product of products) made.push({ product, ...(await numbered(work, product)) });
	await work.insert(
		'product',
		made.map(({ product, productId, number }) => productRow(work, product, productId, number))
	);
	const unitRows = made.flatMap(({ productId, units }) => units.map((unit) => unitRow(work, productId, unit)));
	await work.insert('productUnit', unitRows);
	await writePrices(
		work,
		made.flatMap(({ productId, units }) => units.flatMap((unit) => firstPrices(productId, unit)))
	);
	await auditAdded(work, made);
	return made.map(({ productId, number, units }) => ({
		productId,
		number,
		units: units.map(({ unitId, unit }) => ({ unitId, unit }))
	}));
}

interface NumberedUnit extends NewUnit {
	readonly unitId: Id;
	readonly isMain: boolean;
}

async function numbered(work: Work, product: NewProduct) {
	const productId = work.newId();
	const units = product.units.map((unit, index): NumberedUnit => ({
		...unit,
		unitId: work.newId(),
		isMain: index === 0
	}));
	return { productId, number: await nextNumber(work, 'product'), units };
}

function productRow({ groupId, now, seq }: Work, product: NewProduct, id: Id, number: number) {
	const {
		name,
		kind,
		category,
		foodGroup,
		picture,
		normalUnit,
		barcode = null,
		description = '',
		photoFileId = null,
		ceilingClass = null
	} = product;
	const {
		consignment = null,
		isFresh,
		isBundle = false,
		atCounter = true,
		inShop = true,
		forAgencies = false
	} = product;
	return {
		groupId, id, number, name, kind, category, foodGroup, barcode, picture, photoFileId, description, normalUnit, ceilingClass,
		searchText: searchable(name),
		isFresh: bit(isFresh),
		isBundle: bit(isBundle),
		ownerMemberId: consignment?.ownerMemberId ?? null,
		commission: consignment?.commission ?? null,
		atCounter: bit(atCounter),
		inShop: bit(inShop),
		forAgencies: bit(forAgencies),
		isActive: 1,
		madeAt: now,
		seq
	}; // prettier-ignore
}

function unitRow({ groupId, now }: Work, productId: Id, { unitId, unit, factor, isMain }: NumberedUnit) {
	return { groupId, id: unitId, productId, unit, factor, validFrom: now, validTo: null, isMain: bit(isMain) };
}

function firstPrices(productId: Id, { unitId, price = null, ownPrices = {} }: NumberedUnit) {
	const own = (['counter', 'shop', 'agency'] as const).flatMap((channel) =>
		ownPrices[channel] === undefined ? [] : [{ productId, unitId, channel, price: ownPrices[channel] }]
	);
	return price === null ? own : [{ productId, unitId, channel: 'all' as const, price }, ...own];
}

async function auditAdded(
	work: Work,
	made: readonly { productId: Id; number: number; product: NewProduct }[]
): Promise<void> {
	for (const { productId, number, product } of made) {
		const facts = { number, foodGroup: product.foodGroup, isFresh: product.isFresh };
		await recordAudit(work, { action: 'product.added', subjectType: 'product', subjectId: productId, facts });
	}
}
