/** Which ways to pay a group offers, and the keys that choose them. */
import type { AidTender } from '#lib/aid/regime.ts';
import type { Paid, Way } from './paying.ts';

export interface Offering {
	/** The group has a card machine. */
	readonly card: boolean;
	/** How aid pays here where a rule holds it to a list; null where it is a card like any other. */
	readonly aid: AidTender | null;
	readonly paid: Paid;
}

/** In the order in which people use them. A basket has one buyer on credit: a second part is not offered. */
export function waysOf({ card, aid, paid }: Offering): Way[] {
	const hasCredit = paid.some(({ tender }) => tender === 'kasbon');
	const cards: Way[] = card ? ['card', ...(aid === 'kks' ? [aid] : [])] : [];
	const coupons: Way[] = aid === 'coupon' ? [aid] : [];
	return ['cash', 'qris', 'transfer', ...cards, ...coupons, ...(hasCredit ? [] : ['kasbon' as const])];
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

/** Ways of which a slip, or a coupon's number, must be told. */
export function isByCard(way: Way): way is 'card' | AidTender {
	return way === 'card' || way === 'kks' || way === 'coupon';
}
