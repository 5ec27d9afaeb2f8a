/** What rows about the same goods come to: a product to add, or what changes of one that is there. */
import type { Id } from '#lib/kernel/id.ts';
import { type Quantity, units as whole } from '#lib/kernel/quantity.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { folded } from '#lib/kernel/text.ts';
import type { CeilingClass } from './ceiling.ts';
import type { ProductUnit, StockedProduct } from './detail.ts';
import type { ProductRow } from './import-row.ts';
import type { Consignment, NewProduct, NewUnit, ProductChange } from './new-product.ts';
import type { NewPrice } from './price.ts';
import type { PriceChannel } from './product.ts';
import { starterNamed } from './starter-guess.ts';
import { type UnitKey, unitOf, usualFactor } from './units.ts';

/** A product that the table adds. */
export interface Addition {
	readonly product: NewProduct;
	/** What there is of it, in the stock unit, with what one of it cost; null when the table does not say. */
	readonly stock: Quantity | null;
	readonly cost: Rupiah | null;
}

/** What the table changes of a product that is there. */
export interface Alteration {
	readonly productId: Id;
	readonly change: ProductChange;
	/** All its units, where one is new or has another size; null where they stay. */
	readonly units: readonly NewUnit[] | null;
	readonly prices: readonly NewPrice[];
}

/** Rows about the same goods, the first of them first. */
export type Rows = readonly [ProductRow, ...ProductRow[]];

/** What the first row that says anything says. */
export function said<Key extends keyof ProductRow>(rows: Rows, key: Key): ProductRow[Key] {
	return (rows.find((row) => row[key] !== null) ?? rows[0])[key];
}

/** The stock unit of new goods: as told, as usual for goods of that name, else the usual one of what is measured. */
export function normalUnitOf(rows: Rows): UnitKey | null {
	const { unit, name } = rows[0];
	const told = said(rows, 'normalUnit') ?? starterNamed(name)?.normalUnit ?? null;
	if (told !== null || unit === null) return told;
	const measures = unitOf(unit)?.measures;
	return measures === 'mass' ? 'kg' : measures === 'volume' ? 'liter' : unit;
}

/** The size of a row's unit: as told, else as everyone knows it, else null. */
export function sizeOf(row: ProductRow, normalUnit: UnitKey): Quantity | null {
	return row.unit === normalUnit
		? whole(1)
		: (row.size ?? (row.unit === null ? null : usualFactor(row.unit, normalUnit)));
}

/** A product to add, from rows in which nothing is wrong. */
export function additionOf(rows: Rows, normalUnit: UnitKey, consignment: Consignment | null): Addition {
	const { name } = rows[0];
	const guess = starterNamed(name);
	const kind = said(rows, 'kind') ?? guess?.kind ?? 'bought';
	const product: NewProduct = {
		name,
		kind,
		category: said(rows, 'category') ?? guess?.category ?? (kind === 'service' ? 'service' : 'other'),
		foodGroup: said(rows, 'foodGroup') ?? guess?.foodGroup ?? null,
		isFresh: said(rows, 'fresh') ?? guess?.isFresh ?? false,
		isBundle: said(rows, 'bundle') ?? false,
		picture: said(rows, 'picture') ?? guess?.picture ?? 'barang',
		normalUnit,
		units: rows.flatMap((row) => unitFrom(row, normalUnit)),
		barcode: said(rows, 'barcode'),
		description: said(rows, 'description') ?? '',
		consignment,
		ceilingClass: ceilingOf(rows, null),
		atCounter: said(rows, 'atCounter') ?? true,
		inShop: said(rows, 'inShop') ?? true,
		forAgencies: said(rows, 'forAgencies') ?? false
	};
	return { product, stock: said(rows, 'stock'), cost: said(rows, 'cost') };
}

/** The class of goods under a ceiling that rows tell; as it was where they tell none. */
function ceilingOf(rows: Rows, before: CeilingClass | null): CeilingClass | null {
	const told = said(rows, 'ceiling');
	return told === 'none' ? null : (told ?? before);
}

function unitFrom(row: ProductRow, normalUnit: UnitKey): NewUnit[] {
	const factor = sizeOf(row, normalUnit);
	if (row.unit === null || factor === null) return [];
	return [{ unit: row.unit, factor, price: row.price, ownPrices: ownPricesOf(row) }];
}

function ownPricesOf({ shopPrice: shop, agencyPrice: agency }: ProductRow): NonNullable<NewUnit['ownPrices']> {
	return { ...(shop === null ? {} : { shop }), ...(agency === null ? {} : { agency }) };
}

/** What rows in which nothing is wrong change of `known`; null when they say what holds already. */
export function alterationOf(rows: Rows, known: StockedProduct, consignment: Consignment | null): Alteration | null {
	const change = changeOf(rows, known, consignment);
	const units = unitsAfter(rows, known);
	const prices = units === null ? rows.flatMap((row) => pricesAfter(row, known.units)) : [];
	if (Object.keys(change).length === 0 && units === null && prices.length === 0) return null;
	return { productId: known.id, change, units, prices };
}

function changeOf(rows: Rows, known: StockedProduct, consignment: Consignment | null): ProductChange {
	const told = {
		name: rows[0].name,
		kind: said(rows, 'kind'),
		category: said(rows, 'category'),
		foodGroup: said(rows, 'foodGroup'),
		isFresh: said(rows, 'fresh'),
		isBundle: said(rows, 'bundle'),
		picture: said(rows, 'picture'),
		barcode: said(rows, 'barcode'),
		description: said(rows, 'description'),
		atCounter: said(rows, 'atCounter'),
		inShop: said(rows, 'inShop'),
		forAgencies: said(rows, 'forAgencies')
	};
	const differing = Object.entries(told).filter(
		([key, value]) => value !== null && value !== known[key as keyof typeof told]
	);
	const ceilingClass = ceilingOf(rows, known.ceilingClass);
	const sameOwner = JSON.stringify(consignment) === JSON.stringify(known.consignment);
	return {
		...(Object.fromEntries(differing) as ProductChange),
		...(ceilingClass === known.ceilingClass ? {} : { ceilingClass }),
		...(sameOwner ? {} : { consignment })
	};
}

/** All units of the product, when a row brings a new one or another size; null when they stay as they are. */
function unitsAfter(rows: Rows, known: StockedProduct): NewUnit[] | null {
	const told = rows.flatMap((row) => unitFrom(row, known.normalUnit));
	const isNew = ({ unit, factor }: NewUnit): boolean =>
		!known.units.some((old) => old.unit === unit && old.factor === factor);
	if (!told.some(isNew)) return null;
	const kept = known.units.map(({ unit, factor }) => told.find((one) => one.unit === unit) ?? { unit, factor });
	return [...kept, ...told.filter(({ unit }) => !known.units.some((old) => old.unit === unit))];
}

function pricesAfter(row: ProductRow, known: readonly ProductUnit[]): NewPrice[] {
	const unit = known.find((old) => old.unit === row.unit);
	if (unit === undefined) return [];
	const told: readonly (readonly [PriceChannel, Rupiah | null])[] = [
		['all', row.price],
		['shop', row.shopPrice],
		['agency', row.agencyPrice]
	];
	return told.flatMap(([channel, price]) =>
		price === null || price === unit.prices[channel] ? [] : [{ unitId: unit.id, channel, price }]
	);
}

/** Whose goods these are, by the names of members. */
export type Ownership =
	| { readonly consignment: Consignment | null }
	| { readonly problem: 'owner-missing' | 'owner-unknown' | 'owner-not-consigned' | 'commission-missing' };

/** Who owns goods of `kind`, from what rows say and what was known before. */
export function ownershipOf(
	rows: Rows,
	members: ReadonlyMap<string, Id>,
	{ kind, before }: { readonly kind: string; readonly before: Consignment | null }
): Ownership {
	const [owner, commission] = [said(rows, 'owner'), said(rows, 'commission')];
	if (kind !== 'consigned') return owner === null ? { consignment: null } : { problem: 'owner-not-consigned' };
	if (owner === null && before === null) return { problem: 'owner-missing' };
	const ownerMemberId = owner === null ? before?.ownerMemberId : members.get(folded(owner));
	if (ownerMemberId === undefined) return { problem: 'owner-unknown' };
	const part = commission ?? before?.commission;
	return part === undefined ? { problem: 'commission-missing' } : { consignment: { ownerMemberId, commission: part } };
}
