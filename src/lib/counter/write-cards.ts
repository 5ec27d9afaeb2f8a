/** Writing what happens around card machines: goods that followed, cards swiped late, twice or in vain, receipts missed. */
import type { Id } from '#lib/kernel/id.ts';
import type { BodyOf } from '#lib/sales/wire-bodies.ts';
import type { Writer } from './kept.ts';
import { type Act, telling } from './write.ts';

type Said<Kind extends 'goods-handed' | 'late-card-paid' | 'card-doubled' | 'card-failed' | 'receipt-missed'> = Omit<
	BodyOf<Kind>,
	'cashierId' | 'approvedBy' | 'shiftId'
>;

/** What was to follow is with the buyer. */
export function writeGoodsHanded(id: Id, { saleId }: Said<'goods-handed'>, act: Act): Writer {
	return telling({ id, kind: 'goods-handed', saleId, body: () => ({ saleId }) }, act);
}

/** The card of a paper was swiped after all. */
export function writeLateCard(id: Id, said: Said<'late-card-paid'>, act: Act): Writer {
	return telling({ id, kind: 'late-card-paid', saleId: said.saleId, body: () => said }, act);
}

/** One card swiped twice, for the bank to give back. */
export function writeCardDoubled(id: Id, said: Said<'card-doubled'>, act: Act): Writer {
	return telling({ id, kind: 'card-doubled', body: () => said }, act);
}

/** A card that could not pay. */
export function writeCardFailed(id: Id, said: Said<'card-failed'>, act: Act): Writer {
	return telling({ id, kind: 'card-failed', body: () => said }, act);
}

/** A buyer who paid by aid went without paper. */
export function writeReceiptMissed(id: Id, said: Said<'receipt-missed'>, act: Act): Writer {
	return telling({ id, kind: 'receipt-missed', saleId: said.saleId, body: () => said }, act);
}
