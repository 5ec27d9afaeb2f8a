/** Goods of a small counter, for the tests of the till. */
import type { Goods, SoldUnit } from '#lib/counter/goods.ts';
import { soldUnits } from '#lib/counter/goods.ts';
import type { UnitKey } from '#lib/catalog/units.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { searchable } from '#lib/kernel/text.ts';

let made = 0;

/** An id that differs from all others of the run. */
export function anId(): Id {
	made += 1;
	return id(`01900000-0000-7000-8000-${made.toString(16).padStart(12, '0')}`);
}

interface Wanted {
	readonly units: readonly (readonly [unit: UnitKey, factor: number, price: number | null])[];
	readonly stock?: number | null;
	readonly category?: Goods['category'];
	readonly number?: number;
	readonly barcode?: string;
}

export function someGoods(
	name: string,
	{ units, stock = 100_000, category = 'staple', number = 0, barcode }: Wanted
): Goods {
	return {
		id: anId(),
		number,
		name,
		searchText: searchable(name),
		category,
		foodGroup: null,
		isFresh: false,
		isBundle: false,
		barcode: barcode ?? null,
		picture: 'beras',
		photoFileId: null,
		normalUnit: present(units[0], 'a unit')[0],
		stock: stock === null ? null : quantity(stock),
		units: units.map(([unit, factor, price]) => ({
			id: anId(),
			unit,
			factor: quantity(factor),
			price: price === null ? null : rupiah(price)
		}))
	};
}

/** The unit of `goods` at `index`, which has a price. */
export function unitAt(goods: Goods, index = 0): SoldUnit {
	return present(soldUnits(goods)[index], 'a unit with a price');
}

export const beras = someGoods('Beras medium', { units: [['kg', 1000, 13_500]], number: 1 });
export const telur = someGoods('Telur ayam', { units: [['butir', 1000, 2500], ['rak', 30_000, 72_000]], category: 'animal', number: 2 }); // prettier-ignore
export const cabai = someGoods('Cabai rawit', { units: [['ons', 100, 6000], ['kg', 1000, 55_000]], category: 'spice', number: 3 }); // prettier-ignore
