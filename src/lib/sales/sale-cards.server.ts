/** How cards, papers and coupons paid some sales, and which goods are to follow; nothing is asked or written for other sales. */
import { dueDay } from '#lib/aid/deed.ts';
import { type NewDeed, writeDeeds } from '#lib/aid/deeds.server.ts';
import { awaitHandover } from '#lib/aid/handover.server.ts';
import { deferralDaysOn } from '#lib/aid/told.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { AppliedSale } from './applied-sale.server.ts';
import { type DoubtAbout, keepSlips, type ToldSlip } from './slip-doubts.server.ts';

export async function keepCards(work: Work, sales: readonly AppliedSale[]): Promise<DoubtAbout[]> {
	const later = sales.filter(({ event }) => event.body.handover === 'later');
	await awaitHandover(work, later.map(({ event, happened }) => ({ saleId: event.id, paidAt: happened.at }))); // prettier-ignore
	await writeDeeds(work, await deedsIn(work, sales));
	return keepSlips(work, sales.flatMap(slipsIn)); // prettier-ignore
}

function slipsIn({ event, happened, day }: AppliedSale): ToldSlip[] {
	const { id: saleId, body } = event;
	const subject = { type: 'sale', id: saleId } as const;
	return body.payments.flatMap(({ tender, amount, card }, line) =>
		card === undefined || card.kind === 'deed'
			? []
			: [{ sourceId: saleId, line, saleId, kind: 'sale' as const, tender, amount, day, happenedAt: happened.at, card, receipt: body.receiptNumber, subject }]
	); // prettier-ignore
}

async function deedsIn(work: Work, sales: readonly AppliedSale[]): Promise<NewDeed[]> {
	const days = new Map<Day, number>();
	const deeds: NewDeed[] = [];
	for (const { event, day } of sales)
		for (const [line, { tender, amount, card }] of event.body.payments.entries()) {
			if (card?.kind !== 'deed') continue;
			const within = days.get(day) ?? (await deferralDaysOn(work.reader, day));
			days.set(day, within);
			deeds.push({ saleId: event.id, line, number: card.number, tender, amount, day, dueDay: dueDay(day, within) });
		}
	return deeds;
}
