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

/**
 * Who makes the code of a QRIS payment, best first: a payment service such as Midtrans, which also tells when the money is
 * there; the group's own printed code with the amount put in; or nobody, and the buyer types the amount.
 */
const qrisSources = ['charge', 'own', 'typed'] as const;
export type QrisSource = (typeof qrisSources)[number];

/** What a group has of them. The place of `charge` is kept for the shop, which opens it: until then no group has one. */
export interface QrisOffer {
	readonly charge?: boolean;
	readonly own: boolean;
}

/** The one that is offered. */
export function qrisSourceOf({ charge = false, own }: QrisOffer): QrisSource {
	const has: Readonly<Record<QrisSource, boolean>> = { charge, own, typed: true };
	return qrisSources.find((source) => has[source]) ?? 'typed';
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
