/** What tills tell of cards beside sales: swiped late, swiped twice, not able to pay; goods that followed, paper that did not. */
import { type Deed, owedBy } from '#lib/aid/deed.ts';
import { deedsOf, settleDeed } from '#lib/aid/deeds.server.ts';
import { handOver } from '#lib/aid/handover.server.ts';
import { noteCardFailure, noteReceiptMissed } from '#lib/aid/mishaps.server.ts';
import { machinesOf } from '#lib/aid/slips.server.ts';
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { Doubt } from './doubts.ts';
import { receiptOf } from './known-sale.server.ts';
import { DeedUnknown } from './refusals.ts';
import { keepSlips, type ToldSlip } from './slip-doubts.server.ts';
import type { BodyOf } from './wire-bodies.ts';

/** Goods that were to follow are with the buyer. Throws SaleUnknown. */
export async function applyGoodsHanded(
	work: Work,
	{ happenedAt }: Told,
	{ saleId }: BodyOf<'goods-handed'>
): Promise<Doubt[]> {
	await receiptOf(work, saleId);
	return (await handOver(work, saleId, happenedAt)) ? [] : [{ kind: 'nothing-to-hand', facts: { saleId } }];
}

/**
 * The card of a paper was swiped. Money that a paper no longer needed is the bank's to give back: the swipe is kept, and a
 * person looks at it. Throws SaleUnknown, DeedUnknown.
 */
export async function applyLateCardPaid(
	work: Work,
	told: Told,
	{ saleId, deed: number, card }: BodyOf<'late-card-paid'>
): Promise<Doubt[]> {
	const receipt = await receiptOf(work, saleId);
	const deed = (await deedsOf(work, saleId)).find((one) => one.number === number);
	if (deed === undefined) throw new DeedUnknown(number);
	const { tender, state } = deed;
	if (state !== 'settled' && owedBy(deed) > 0) {
		await settleDeed(work, told, deed);
		const twice = await keepSlip(work, told, { kind: 'late', saleId, tender, amount: owedBy(deed), card, receipt });
		return state === 'open' ? twice : [...twice, { kind: 'deed-paid-late', facts: { deed: number } }];
	}
	return [...(await keepSlip(work, told, { ...needless(deed), card })), needlessDoubt(deed)];
}

function needless({ tender, amount }: Deed) {
	return { kind: 'doubled', saleId: null, tender, amount, receipt: null } as const;
}

function needlessDoubt({ state, number, amount }: Deed): Doubt {
	return { kind: state === 'settled' ? 'deed-paid-twice' : 'deed-goods-back', facts: { deed: number, amount } };
}

/** A second swipe of one card: kept, for the bank to give back. */
export async function applyCardDoubled(
	work: Work,
	told: Told,
	{ card, amount }: BodyOf<'card-doubled'>
): Promise<Doubt[]> {
	const known = await keepSlip(work, told, { kind: 'doubled', saleId: null, tender: 'card', amount, card, receipt: null }); // prettier-ignore
	return [...known, { kind: 'card-doubled', facts: { number: card.number, amount } }];
}

/** The bank of the machine is kept, where the till names one. */
export async function applyCardFailed(
	work: Work,
	told: Told,
	{ terminalId, why }: BodyOf<'card-failed'>
): Promise<void> {
	const machine = terminalId === null ? undefined : (await machinesOf(work, [terminalId])).get(terminalId);
	await noteCardFailure(work, told, { bank: machine?.bank ?? null, why });
}

/** Throws SaleUnknown. */
export async function applyReceiptMissed(
	work: Work,
	told: Told,
	{ saleId, why }: BodyOf<'receipt-missed'>
): Promise<void> {
	await receiptOf(work, saleId);
	await noteReceiptMissed(work, told, { saleId, why });
}

type LoneSlip = Pick<ToldSlip, 'kind' | 'saleId' | 'tender' | 'card' | 'receipt'> & { readonly amount: Rupiah };

async function keepSlip(work: Work, { id, day, happenedAt }: Told, slip: LoneSlip): Promise<Doubt[]> {
	const subject = { type: 'event', id } as const;
	const found = await keepSlips(work, [{ sourceId: id, line: 0, day, happenedAt, subject, ...slip }]);
	return found.map(({ doubt }) => doubt);
}
