/** A price list: goods with the units they are sold in and what each costs now. */
import type { Id } from '#lib/kernel/id.ts';
import type { Quantity } from '#lib/kernel/quantity.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { finds, queryWords } from '#lib/kernel/text.ts';
import { type Category, categories, type FoodGroup, foodGroups, type ProductKind } from './product.ts';
import type { UnitKey } from './units.ts';

export interface PricedUnit {
	readonly id: Id;
	readonly unit: UnitKey;
	/** Thousandths of the normal unit in one of this unit. */
	readonly factor: Quantity;
	/** The unit that is offered first. */
	readonly isMain: boolean;
	/** Null until the group has set one. */
	readonly price: Rupiah | null;
	/** What one normal unit costs when bought this way. */
	readonly perNormalUnit: Rupiah | null;
}

export interface PricedProduct {
	readonly id: Id;
	readonly number: number;
	readonly name: string;
	/** See `searchable` in the kernel's text. */
	readonly searchText: string;
	readonly kind: ProductKind;
	readonly category: Category;
	readonly foodGroup: FoodGroup | null;
	readonly isFresh: boolean;
	/** Several goods sold as one. */
	readonly isBundle: boolean;
	readonly barcode: string | null;
	/** Name of a drawing. */
	readonly picture: string;
	readonly photoFileId: Id | null;
	readonly normalUnit: UnitKey;
	/** The main unit first, then from small to large. */
	readonly units: readonly PricedUnit[];
}

/** What can be sold: goods with a price, and of their units those with one. */
export function sellable(list: readonly PricedProduct[]): PricedProduct[] {
	return list.flatMap((product) => {
		const units = product.units.filter((unit) => unit.price !== null);
		return units.length === 0 ? [] : [{ ...product, units }];
	});
}

/**
 * The goods that `query` finds: by a barcode or the group's own small number if it is one, else by the beginnings of words.
 * An exact number comes first.
 */
export function findGoods(list: readonly PricedProduct[], query: string): PricedProduct[] {
	const typed = query.trim();
	const byCode = list.filter((product) => String(product.number) === typed || product.barcode === typed);
	if (queryWords(query).length === 0) return [...list];
	return [...byCode, ...list.filter((product) => !byCode.includes(product) && finds(product.searchText, query))];
}

/** A part of a printed or browsed list, under one heading. */
export interface Shelf<Key extends string> {
	readonly key: Key;
	readonly products: readonly PricedProduct[];
}

/** The list by shelf, in shop order, without empty shelves. */
export function byCategory(list: readonly PricedProduct[]): Shelf<Category>[] {
	return shelves(categories, list, (product) => product.category);
}

/** The list by food group, what is none of the four last, as it is posted on the wall (R7). */
export function byFoodGroup(list: readonly PricedProduct[]): Shelf<FoodGroup | 'other'>[] {
	return shelves([...foodGroups, 'other'], list, (product) => product.foodGroup ?? 'other');
}

function shelves<Key extends string>(
	keys: readonly Key[],
	list: readonly PricedProduct[],
	keyOf: (product: PricedProduct) => Key
): Shelf<Key>[] {
	return keys
		.map((key) => ({ key, products: list.filter((product) => keyOf(product) === key) }))
		.filter(({ products }) => products.length > 0);
}
