/** A product that is about to be added, and what must hold of it. */
import type { Id } from '#lib/kernel/id.ts';
import { oneUnit, type Quantity } from '#lib/kernel/quantity.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { GoodsPicture } from '#lib/look/goods-pictures.ts';
import type { Barcode } from './barcode.ts';
import type { CeilingClass } from './ceiling.ts';
import type { Category, Channel, FoodGroup, ProductKind } from './product.ts';
import type { UnitKey } from './units.ts';

/** A unit to sell by; the first of a product's units is its main one. */
export interface NewUnit {
	readonly unit: UnitKey;
	/** Thousandths of the normal unit in one of this unit. */
	readonly factor: Quantity;
	/** The price for all channels; not known yet when it is not there. */
	readonly price?: Rupiah | null;
	/** Channels with a price of their own. */
	readonly ownPrices?: Readonly<Partial<Record<Channel, Rupiah>>>;
}

/** A member's own goods, of whose price the group keeps a part. */
export interface Consignment {
	readonly ownerMemberId: Id;
	/** The group's part, in thousandths. */
	readonly commission: number;
}

export interface NewProduct {
	readonly name: string;
	readonly kind: ProductKind;
	readonly category: Category;
	readonly foodGroup: FoodGroup | null;
	readonly isFresh: boolean;
	/** Several goods sold as one. A name that says so is enough. */
	readonly isBundle?: boolean;
	readonly picture: GoodsPicture;
	/** The unit that stock is counted in; it never changes. */
	readonly normalUnit: UnitKey;
	readonly units: readonly NewUnit[];
	readonly barcode?: Barcode | null;
	readonly description?: string;
	readonly photoFileId?: Id | null;
	/** For consigned goods, and only for them. */
	readonly consignment?: Consignment | null;
	/** The class under which law sets a highest price or amount. */
	readonly ceilingClass?: CeilingClass | null;
	/** Sold at the counter and shown in the shop unless said otherwise; offered to agencies only when said. */
	readonly atCounter?: boolean;
	readonly inShop?: boolean;
	readonly forAgencies?: boolean;
}

/** A field that is not there stays as it is. Units and prices have doors of their own; the stock unit never changes. */
export type ProductChange = Partial<Omit<NewProduct, 'units' | 'normalUnit'>>;

/** Goods without a unit cannot be sold. */
export class NoUnits extends Refusal {
	readonly code = 'catalog.no-units';

	constructor() {
		super('A product is sold in at least one unit.');
	}
}

/** The same unit twice. */
export class UnitTwice extends Refusal {
	readonly code = 'catalog.unit-twice';
	readonly unit: UnitKey;

	constructor(unit: UnitKey) {
		super(`${unit} is there twice.`);
		this.unit = unit;
	}
}

/** The stock unit holds exactly one of itself. */
export class NormalUnitSize extends Refusal {
	readonly code = 'catalog.normal-unit-size';
	readonly unit: UnitKey;

	constructor(unit: UnitKey) {
		super(`One ${unit} holds one ${unit}.`);
		this.unit = unit;
	}
}

/** The most units that one product is sold in. */
const unitsMax = 12;

/** More units than anyone would read through. */
export class TooManyUnits extends Refusal {
	readonly code = 'catalog.too-many-units';
	readonly most = unitsMax;

	constructor() {
		super(`A product is sold in at most ${unitsMax} units.`);
	}
}

/** Consigned goods without the member who owns them, or other goods with one. */
export class OwnerNeeded extends Refusal {
	readonly code = 'catalog.owner-needed';

	constructor() {
		super('Consigned goods, and only they, have an owner among the members.');
	}
}

/** Passes units that a product may be sold in. Throws NoUnits, TooManyUnits, UnitTwice, NormalUnitSize. */
export function checkUnits(normalUnit: UnitKey, units: readonly Pick<NewUnit, 'unit' | 'factor'>[]): void {
	if (units.length === 0) throw new NoUnits();
	if (units.length > unitsMax) throw new TooManyUnits();
	const seen = new Set<UnitKey>();
	for (const { unit, factor } of units) {
		if (seen.has(unit)) throw new UnitTwice(unit);
		if (unit === normalUnit && factor !== oneUnit) throw new NormalUnitSize(unit);
		seen.add(unit);
	}
}

/** Passes an owner where goods are consigned, and none where they are not. Throws OwnerNeeded otherwise. */
export function checkOwner(kind: ProductKind, consignment: Consignment | null): void {
	if ((kind === 'consigned') !== (consignment !== null)) throw new OwnerNeeded();
}
