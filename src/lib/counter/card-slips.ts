/** Slips of the card machine at the till: what is typed of one, and whether it was used before (R16, R17). */
import { slipKey, slipNumberForm } from '#lib/payments/card-slip.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { TillEvent } from '#lib/sales/wire.ts';
import type { ByCard } from '#lib/sales/wire-bodies.ts';

/** Trace or approval number as it is kept; null for anything else, such as the number of a card. */
export function slipNumberOf(typed: string): string | null {
	const number = typed.trim().toUpperCase();
	return slipNumberForm.test(number) ? number : null;
}

/** Signs of a number: no card number fits. */
export const slipSigns = 6;

/** By what a payment is known again on `day`; null for a paper, whose card is yet to be swiped. */
export function paidKey(card: ByCard, day: Day): string | null {
	if (card.kind === 'deed') return null;
	if (card.kind === 'coupon') return slipKey({ terminalId: 'coupon', number: card.number, day });
	return slipKey({ terminalId: card.terminalId ?? '', number: card.number, day });
}

/** An event, with the number of its receipt and its day. */
export interface ToldOn {
	readonly event: TillEvent;
	readonly receipt: string | null;
	readonly day: Day;
}

/** Every slip and coupon that stands in `told`, and the receipt that it is on. A sale that was taken back leaves its slip free. */
export function usedSlips(told: readonly ToldOn[]): ReadonlyMap<string, string> {
	const undone = new Set<Id>(told.flatMap(({ event }) => (event.kind === 'void' ? [event.body.saleId] : [])));
	return new Map(
		told
			.filter(({ event }) => !undone.has(event.id))
			.flatMap(({ event, receipt, day }) =>
				cardsOf(event).flatMap((card) => {
					const key = paidKey(card, day);
					return key === null ? [] : [[key, receipt ?? ''] as const];
				})
			)
	);
}

function cardsOf(event: TillEvent): ByCard[] {
	if (event.kind === 'sale') return event.body.payments.flatMap(({ card }) => card ?? []);
	if (event.kind === 'return') return event.body.refunds.flatMap(({ card }) => card ?? []);
	return event.kind === 'late-card-paid' ? [event.body.card] : [];
}
