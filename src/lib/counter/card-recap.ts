/** What cards, coupons and papers came to in a day: counted by bank, and nobody named (R27). */
import type { Bank } from '#lib/payments/card-slip.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import type { TillEvent } from '#lib/sales/wire.ts';
import { type CardFailure, cardFailures } from '#lib/sales/wire-bodies.ts';
import type { Terminal } from './aid-shape.ts';
import type { ToldOn } from './card-slips.ts';
import { openPapers, paperOf, standing } from './open-papers.ts';

export interface Counted {
	readonly count: number;
	readonly total: Rupiah;
}

export interface CardRecap {
	/** By the bank of the machine; null for slips of no machine that was saved. A paper counts on the day of its swipe. */
	readonly byBank: readonly (Counted & { readonly bank: Bank | null })[];
	readonly coupons: Counted;
	readonly failed: readonly { readonly why: CardFailure; readonly count: number }[];
	/** Cards that were swiped twice. */
	readonly doubled: number;
	/** Papers that are still open, of whichever day. */
	readonly papers: Counted;
}

/** What `told`, all that the till knows of cards, says of `day`. Sales that were taken back count for nothing. */
export function cardRecap(told: readonly ToldOn[], day: Day, terminals: readonly Terminal[]): CardRecap {
	const ofDay = standing(told)
		.filter((one) => one.day === day)
		.map(({ event }) => event);
	const papers = new Map(told.flatMap(({ event }) => (event.kind === 'sale' ? [[event.id, paperOf(event.body)?.amount]] as const : []))); // prettier-ignore
	const swipes = ofDay.flatMap((event) => swipesOf(event, papers));
	const bankOf = ({ terminalId }: Swipe) => terminals.find(({ id }) => id === terminalId)?.bank ?? null;
	const payments = ofDay.flatMap((event) => (event.kind === 'sale' ? event.body.payments : []));
	const whys = ofDay.flatMap((event) => (event.kind === 'card-failed' ? [event.body.why] : []));
	return {
		byBank: [...new Set(swipes.map(bankOf))].map((bank) => ({
			bank,
			...counted(swipes.filter((one) => bankOf(one) === bank))
		})),
		coupons: counted(payments.filter(({ tender }) => tender === 'coupon')),
		failed: cardFailures
			.map((why) => ({ why, count: whys.filter((one) => one === why).length }))
			.filter(({ count }) => count > 0),
		doubled: ofDay.filter(({ kind }) => kind === 'card-doubled').length,
		papers: counted(openPapers(told, day, 0))
	};
}

/** Whether there is nothing to say. */
export function isEmptyRecap({ byBank, coupons, failed, doubled, papers }: CardRecap): boolean {
	return byBank.length + coupons.count + failed.length + doubled + papers.count === 0;
}

interface Swipe {
	readonly terminalId: string | null;
	readonly amount: Rupiah;
}

/** What was swiped in an event; a paper is swiped for the whole of it. */
function swipesOf(event: TillEvent, papers: ReadonlyMap<string, Rupiah | undefined>): Swipe[] {
	if (event.kind === 'sale')
		return event.body.payments.flatMap(({ amount, card }) =>
			card?.kind === 'slip' ? [{ terminalId: card.terminalId, amount }] : []
		);
	if (event.kind !== 'late-card-paid') return [];
	const { saleId, card } = event.body;
	return [{ terminalId: card.terminalId, amount: papers.get(saleId) ?? rupiah(0) }];
}

function counted(amounts: readonly { readonly amount: Rupiah }[]): Counted {
	return { count: amounts.length, total: total(amounts.map(({ amount }) => amount)) };
}
