/** Money: whole rupiah, never a fraction. */
import { assert } from './assert.ts';
import type { Brand } from './brand.ts';

export type Rupiah = Brand<number, 'Rupiah'>;

/** The largest price of one unit that an input may name. */
export const priceMax = 1_000_000_000;
/** The largest amount of one line or one payment that an input may name. */
export const amountMax = 1_000_000_000_000;

/** A whole number of rupiah, from a number that our own code made; anything else is a Bug. */
export function rupiah(amount: number): Rupiah {
	assert(Number.isSafeInteger(amount), `${amount} is not whole rupiah`);
	return (amount === 0 ? 0 : amount) as Rupiah;
}

/** The sum of `amounts`; zero for none. */
export function total(amounts: readonly Rupiah[]): Rupiah {
	return rupiah(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

/** The same amount with its sign turned. */
export function negated(amount: Rupiah): Rupiah {
	return rupiah(0 - amount);
}
