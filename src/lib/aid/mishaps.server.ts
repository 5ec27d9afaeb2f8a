/** What went wrong where aid was to pay: a card that could not, a receipt that was not printed (R26, R27). */
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';

/** Notes a card that could not pay; whose it was is not known. */
export async function noteCardFailure(
	work: Work,
	told: Told,
	failure: { readonly bank: string | null; readonly why: string }
): Promise<void> {
	await work.insert('cardFailure', [{ groupId: work.groupId, seq: work.seq, ...told, ...failure }]);
}

/** Notes a buyer who went without paper. */
export async function noteReceiptMissed(
	work: Work,
	told: Told,
	missed: { readonly saleId: Id; readonly why: string }
): Promise<void> {
	await work.insert('receiptMissed', [{ groupId: work.groupId, seq: work.seq, ...told, ...missed }]);
}
