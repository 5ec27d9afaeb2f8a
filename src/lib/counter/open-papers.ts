/** What a till still has to do after a sale: papers whose card is to be swiped, and goods that are to follow (R23, R24). */
import { daysOverdue, dueDay } from '#lib/aid/deed.ts';
import { type Day, daysBetween } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, total } from '#lib/kernel/rupiah.ts';
import type { Tender } from '#lib/sales/tender.ts';
import type { SaleBody } from '#lib/sales/wire-bodies.ts';
import type { ToldOn } from './card-slips.ts';

/** A paper that stands instead of a swipe. */
export interface Paper {
	readonly number: string;
	readonly tender: Tender;
	readonly amount: Rupiah;
}

/** The paper of a sale; null where none was signed. */
export function paperOf({ payments }: Pick<SaleBody, 'payments'>): Paper | null {
	const papers = payments.flatMap(({ tender, amount, card }) =>
		card?.kind === 'deed' ? [{ number: card.number, tender, amount }] : []
	);
	const [first] = papers;
	return first === undefined ? null : { ...first, amount: total(papers.map(({ amount }) => amount)) };
}

export interface OpenPaper extends Paper {
	readonly saleId: Id;
	readonly day: Day;
	readonly due: Day;
	readonly age: number;
	readonly overdue: number;
}

/** Papers whose card was not swiped yet, the oldest first. */
export function openPapers(told: readonly ToldOn[], today: Day, deferralDays: number): OpenPaper[] {
	const settled = new Set(told.flatMap(({ event }) => (event.kind === 'late-card-paid' ? [event.body.deed] : [])));
	return standing(told)
		.flatMap(({ event, day }): OpenPaper[] => {
			const paper = event.kind === 'sale' ? paperOf(event.body) : null;
			if (paper === null || settled.has(paper.number)) return [];
			const due = dueDay(day, deferralDays);
			return [{ ...paper, saleId: event.id, day, due, age: daysBetween(day, today), overdue: daysOverdue(due, today) }];
		})
		.sort((one, other) => (one.number < other.number ? -1 : 1));
}

export interface ToFollow {
	readonly saleId: Id;
	readonly receipt: string;
	readonly day: Day;
	/** What it is, for the shelf: `Beras medium, Telur ayam`. */
	readonly goods: string;
}

/** Sales whose goods are not with the buyer yet, the oldest first. */
export function goodsToFollow(told: readonly ToldOn[]): ToFollow[] {
	const handed = new Set(told.flatMap(({ event }) => (event.kind === 'goods-handed' ? [event.body.saleId] : [])));
	return standing(told).flatMap(({ event, day }): ToFollow[] => {
		if (event.kind !== 'sale' || event.body.handover !== 'later' || handed.has(event.id)) return [];
		const { receiptNumber, lines } = event.body;
		return [{ saleId: event.id, receipt: receiptNumber, day, goods: lines.map(({ name }) => name).join(', ') }];
	});
}

/** What was told, less the sales that were taken back. */
export function standing(told: readonly ToldOn[]): ToldOn[] {
	const undone = new Set(told.flatMap(({ event }) => (event.kind === 'void' ? [event.body.saleId] : [])));
	return told.filter(({ event }) => !undone.has(event.id));
}
