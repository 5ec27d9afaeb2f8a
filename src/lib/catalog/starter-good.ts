/** Goods that a new group can pick with a tap: what they are, how they are sold, and what they cost in Palu in 2026. */
import type { KindKey } from '#lib/groups/kinds.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import type { GoodsPicture } from '#lib/look/goods-pictures.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Category, FoodGroup, ProductKind } from './product.ts';
import { type UnitKey, usualFactor } from './units.ts';

export interface StarterUnit {
	readonly unit: UnitKey;
	readonly factor: Quantity;
	/** A usual selling price, to be looked at before it is taken. */
	readonly price: Rupiah;
}

export interface StarterGood {
	readonly key: string;
	/** As the product will be called. */
	readonly name: string;
	readonly picture: GoodsPicture;
	readonly kind: Exclude<ProductKind, 'consigned'>;
	readonly category: Category;
	readonly foodGroup: FoodGroup | null;
	readonly isFresh: boolean;
	readonly normalUnit: UnitKey;
	/** The main unit first. */
	readonly units: readonly StarterUnit[];
	/** What one normal unit typically costs the group; 0 for services. */
	readonly cost: Rupiah;
	/** Businesses that sell it. */
	readonly kinds: readonly KindKey[];
}

/** What the goods of one block have in common. */
export type Common = Pick<StarterGood, 'kind' | 'category' | 'foodGroup' | 'isFresh' | 'kinds'>;

/** A price where the unit's size is known to everyone, or `[thousandths of the normal unit, price]`. */
export type Offered = Readonly<Partial<Record<UnitKey, number | readonly [number, number]>>>;

/** key, name, drawing, normal unit, cost of one normal unit, units with prices (the main one first) */
export type Row = readonly [string, string, GoodsPicture, UnitKey, number, Offered];

/** Goods that share `common`. */
export function block(common: Common, rows: readonly Row[]): StarterGood[] {
	return rows.map(([key, name, picture, normalUnit, cost, offered]) => ({
		...common,
		key,
		name,
		picture,
		normalUnit,
		cost: rupiah(cost),
		units: Object.entries(offered).map(([unit, offer]) => unitFor(unit as UnitKey, normalUnit, offer))
	}));
}

function unitFor(unit: UnitKey, normalUnit: UnitKey, offer: number | readonly [number, number]): StarterUnit {
	if (typeof offer !== 'number') return { unit, factor: quantity(offer[0]), price: rupiah(offer[1]) };
	const factor = present(usualFactor(unit, normalUnit), `the usual size of a ${unit} in ${normalUnit}`);
	return { unit, factor, price: rupiah(offer) };
}
