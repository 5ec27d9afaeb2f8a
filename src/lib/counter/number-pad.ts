/** The keys of the number pad on which a cashier taps how much money was handed over. */
import { amountMax, type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';

export const padKeys = ['1', '2', '3', 'back', '4', '5', '6', '0', '7', '8', '9', '000'] as const;
export type PadKey = (typeof padKeys)[number];

/** The amount after `key` was tapped; one that would pass all bounds stays as it is. */
export function tapped(amount: Rupiah, key: PadKey): Rupiah {
	if (key === 'back') return rupiah(Math.floor(amount / 10));
	const next = Number(`${amount}${key}`);
	return next > amountMax ? amount : rupiah(next);
}
