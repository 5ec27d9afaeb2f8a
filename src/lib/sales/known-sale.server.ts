/** Whether the sale that an event tells of is here. */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { SaleUnknown } from './refusals.ts';

const receipts = prepared((db, p: { groupId: string; saleId: string }) =>
	db.selectFrom('sale').select('receiptNumber').where('groupId', '=', p.groupId).where('id', '=', p.saleId)
);

/** The number of its receipt. Throws SaleUnknown: then the event waits for it. */
export async function receiptOf(work: Work, saleId: Id): Promise<string> {
	const [sale] = await work.run(receipts, { groupId: work.groupId, saleId });
	if (sale === undefined) throw new SaleUnknown(saleId);
	return sale.receiptNumber;
}
