/** Picking goods from the starter list. */
import type { Work } from '#lib/db/work.server.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type AddedProduct, addProducts } from './add-product.server.ts';
import type { NewProduct } from './new-product.ts';
import { starterOf } from './starter.ts';

export interface StarterPick {
	readonly key: string;
	/** Whether it begins at the usual price, or without one until somebody has looked at it. */
	readonly prices?: 'usual' | 'later';
}

/** Adds goods of the starter list, all or none, in the order given. Throws NotFound for an unknown key, NameTaken. */
export async function addStarterGoods(work: Work, picks: readonly StarterPick[]): Promise<AddedProduct[]> {
	return addProducts(work, picks.map(productOf));
}

function productOf({ key, prices = 'usual' }: StarterPick): NewProduct {
	const good = starterOf(key);
	if (good === null) throw new NotFound('starter good');
	const { name, kind, category, foodGroup, isFresh, picture, normalUnit } = good;
	const units = good.units.map(({ unit, factor, price }) => ({
		unit,
		factor,
		price: prices === 'usual' ? price : null
	}));
	return { name, kind, category, foodGroup, isFresh, picture, normalUnit, units };
}
