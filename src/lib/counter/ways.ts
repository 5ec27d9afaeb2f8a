/** Which ways to pay a group offers, and the keys that choose them. */
import type { Paid, Way } from './paying.ts';

export interface Offering {
	/** The group has a card machine. */
	readonly card: boolean;
	readonly paid: Paid;
}

/** In the order in which people use them. A basket has one buyer on credit: a second part is not offered. */
export function waysOf({ card, paid }: Offering): Way[] {
	const hasCredit = paid.some(({ tender }) => tender === 'kasbon');
	return ['cash', 'qris', 'transfer', ...(card ? ['card' as const] : []), ...(hasCredit ? [] : ['kasbon' as const])];
}

/** `Alt` and the figure under which a way stands. */
export function wayOfKey(ways: readonly Way[], event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'code'>): Way | null {
	const [, figure] = /^Digit([1-9])$/.exec(event.code) ?? [];
	return event.altKey && !event.ctrlKey && figure !== undefined ? (ways[Number(figure) - 1] ?? null) : null;
}

/** Trace or approval number as it stands on a card machine's slip: never more, so that no card number fits. */
export const slipDigits = 6;

export function isSlipNumber(typed: string): boolean {
	return new RegExp(`^\\d{${slipDigits}}$`).test(typed.trim());
}
