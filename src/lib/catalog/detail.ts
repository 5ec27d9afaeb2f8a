/** A product with everything about it, as its group's own people see it. */
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Quantity } from '#lib/kernel/quantity.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { CeilingClass } from './ceiling.ts';
import type { Consignment } from './new-product.ts';
import type { Category, FoodGroup, PriceChannel, ProductKind } from './product.ts';
import type { UnitKey } from './units.ts';

export interface Product {
	readonly id: Id;
	readonly number: number;
	readonly name: string;
	readonly kind: ProductKind;
	readonly category: Category;
	readonly foodGroup: FoodGroup | null;
	readonly isFresh: boolean;
	/** Several goods sold as one. */
	readonly isBundle: boolean;
	readonly barcode: string | null;
	readonly picture: string;
	readonly photoFileId: Id | null;
	readonly description: string;
	readonly normalUnit: UnitKey;
	/** For consigned goods. */
	readonly consignment: Consignment | null;
	/** The class under which law sets a highest price or amount. */
	readonly ceilingClass: CeilingClass | null;
	readonly atCounter: boolean;
	readonly inShop: boolean;
	readonly forAgencies: boolean;
	/** False once it was taken off the shelf for good. */
	readonly isActive: boolean;
}

export interface ProductUnit {
	readonly id: Id;
	readonly unit: UnitKey;
	/** Thousandths of the normal unit. */
	readonly factor: Quantity;
	readonly isMain: boolean;
	readonly since: Instant;
	/** As set for each channel; null where none is. */
	readonly prices: Readonly<Record<PriceChannel, Rupiah | null>>;
}

/** A product that is still sold, with the units it is sold in, the main one first. */
export interface StockedProduct extends Product {
	readonly units: readonly ProductUnit[];
}
