/** A receipt printed once more: nothing moves, and the audit trail says whose, by whom and how often (R5). */
import { recordAudit } from '#lib/audit/record.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import { SaleUnknown } from './refusals.ts';
import type { BodyOf } from './wire-bodies.ts';

const saleRow = prepared((db, p: { groupId: string; saleId: string }) =>
	db.selectFrom('sale').select('receiptNumber').where('groupId', '=', p.groupId).where('id', '=', p.saleId)
);

/** Writes it down. Throws SaleUnknown. */
export async function applyPrintedAgain(
	work: Work,
	{ enrolmentId, happenedAt }: Told,
	{ saleId, count, cashierId }: BodyOf<'receipt-printed-again'>
): Promise<void> {
	const [sale] = await work.run(saleRow, { groupId: work.groupId, saleId });
	if (sale === undefined) throw new SaleUnknown(saleId);
	const facts = { count, cashierId, enrolmentId, happenedAt, receiptNumber: sale.receiptNumber };
	await recordAudit(work, { action: 'receipt.reprinted', subjectType: 'sale', subjectId: saleId, facts });
}
