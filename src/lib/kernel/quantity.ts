/** Quantities: whole thousandths of a unit, so that a quarter kilogram is 250 and one egg is 1000. */
import { assert } from './assert.ts';
import type { Brand } from './brand.ts';
import { type Rupiah, rupiah } from './rupiah.ts';
import { mulDiv } from './whole.ts';

export type Quantity = Brand<number, 'Quantity'>;

/** One whole unit. */
export const oneUnit = 1000;
/** The largest quantity, in thousandths, that an input may name: a million units. */
export const quantityMax = 1_000_000_000;

/** A quantity of `thousandths`, from a number that our own code made; anything but a whole number is a Bug. */
export function quantity(thousandths: number): Quantity {
	assert(Number.isSafeInteger(thousandths), `${thousandths} is not whole thousandths`);
	return (thousandths === 0 ? 0 : thousandths) as Quantity;
}

/** `count` whole units. */
export function units(count: number): Quantity {
	return quantity(count * oneUnit);
}

/** What `thousandths` cost at `price` a unit, rounded half up, once. */
export function lineAmount(price: Rupiah, thousandths: Quantity): Rupiah {
	return rupiah(mulDiv(price, thousandths, oneUnit));
}

/** `thousandths` of a unit that holds `factor` thousandths of the normal unit, in thousandths of the normal unit. */
export function inNormalUnit(thousandths: Quantity, factor: Quantity): Quantity {
	return quantity(mulDiv(thousandths, factor, oneUnit));
}
