/** The goods of a counter as they travel to the till: what is sold, in which units, at what price, and how much is left. */
import * as v from 'valibot';
import type { PricedProduct } from '#lib/catalog/price-list.ts';
import { categories, foodGroups, keepsStock } from '#lib/catalog/product.ts';
import { type UnitKey, unitOf } from '#lib/catalog/units.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { idShape } from './answers.ts';

const isWhole = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value);
const unitShape = v.custom<UnitKey>((value) => typeof value === 'string' && unitOf(value) !== null);

const goodsUnitShape = v.object({
	id: idShape,
	unit: unitShape,
	/** Thousandths of the normal unit in one of this unit. */
	factor: v.custom<Quantity>(isWhole),
	/** Null until the group has set one; such a unit is not sold. */
	price: v.nullable(v.custom<Rupiah>(isWhole))
});
export type GoodsUnit = v.InferOutput<typeof goodsUnitShape>;

const goodsShape = v.object({
	id: idShape,
	number: v.number(),
	name: v.string(),
	searchText: v.string(),
	category: v.picklist(categories),
	foodGroup: v.nullable(v.picklist(foodGroups)),
	isFresh: v.boolean(),
	/** Several goods sold as one: aid never pays them. */
	isBundle: v.optional(v.boolean(), false),
	barcode: v.nullable(v.string()),
	/** Name of a drawing. */
	picture: v.string(),
	photoFileId: v.nullable(idShape),
	normalUnit: unitShape,
	/** What the record says is left, in thousandths of the normal unit; null where no stock is kept. */
	stock: v.nullable(v.custom<Quantity>(isWhole)),
	/** The main unit first, then from small to large. */
	units: v.array(goodsUnitShape)
});
export type Goods = v.InferOutput<typeof goodsShape>;

/** What of the answer of `GET /api/till/[group]/[enrolment]` is goods. */
export const goodsListShape = v.object({ goods: v.array(goodsShape) });

/** The list that the server sends, from the price list and what is in stock. */
export function counterGoods(list: readonly PricedProduct[], left: ReadonlyMap<Id, Quantity>): Goods[] {
	return list.map(({ units, kind, ...product }) => ({
		id: product.id,
		number: product.number,
		name: product.name,
		searchText: product.searchText,
		category: product.category,
		foodGroup: product.foodGroup,
		isFresh: product.isFresh,
		isBundle: product.isBundle,
		barcode: product.barcode,
		picture: product.picture,
		photoFileId: product.photoFileId,
		normalUnit: product.normalUnit,
		stock: keepsStock(kind) ? (left.get(product.id) ?? quantity(0)) : null,
		units: units.map(({ id, unit, factor, price }) => ({ id, unit, factor, price }))
	}));
}

/** A unit that can be sold, because it has a price. */
export type SoldUnit = GoodsUnit & { readonly price: Rupiah };

/** The units of `goods` that have a price, the one offered first at the front. */
export function soldUnits(goods: Goods): SoldUnit[] {
	return goods.units.flatMap((unit) => (unit.price === null ? [] : [{ ...unit, price: unit.price }]));
}

/** The list with less in stock: what was taken since the server told it, in thousandths of each product's normal unit. */
export function lessTaken(list: readonly Goods[], taken: ReadonlyMap<Id, Quantity>): Goods[] {
	return list.map((goods) => {
		const gone = taken.get(goods.id);
		return gone === undefined || goods.stock === null ? goods : { ...goods, stock: quantity(goods.stock - gone) };
	});
}

/** Whether the last tap took more than the record says is left; said once, not at every tap after it. */
export function passesStock({ stock }: Goods, before: Quantity | undefined, after: Quantity | undefined): boolean {
	return stock !== null && (before ?? 0) <= Math.max(0, stock) && (after ?? 0) > stock;
}

/** How many of the main unit are few enough to be worth a word. */
const fewUnits = 5;

/** What to say of what is left after `taken` went into the basket: how much, `out`, or null when there is plenty. */
export function stockHint({ stock, units }: Goods, taken: Quantity | undefined): Quantity | 'out' | null {
	if (stock === null) return null;
	const left = quantity(stock - (taken ?? 0));
	if (left <= 0) return 'out';
	return left < fewUnits * (units[0]?.factor ?? 0) ? left : null;
}
