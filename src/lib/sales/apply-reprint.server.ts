/** A receipt printed once more: nothing moves, and the audit trail says whose, by whom and how often. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { cashiers } from './cashiers.server.ts';
import { type Doubt, withoutRole } from './doubts.ts';
import { openExceptions } from './exceptions.server.ts';
import type { Happened } from './happened.ts';
import { SaleUnknown } from './refusals.ts';
import type { Till } from './till.server.ts';
import type { ReprintEvent } from './wire.ts';

/** A reprint as received: when it happened, and what was odd about how it arrived. */
export interface ArrivedReprint {
	readonly event: ReprintEvent;
	readonly happened: Happened;
	readonly doubts: readonly Doubt[];
}

const saleRow = prepared((db, p: { groupId: string; saleId: string }) =>
	db.selectFrom('sale').select('id').where('groupId', '=', p.groupId).where('id', '=', p.saleId)
);

/** Writes a reprint down. Throws SaleUnknown. */
export async function applyReprint(work: Work, till: Till, { event, happened, doubts }: ArrivedReprint): Promise<void> {
	const { saleId, prints, cashierId } = event.body;
	const sales = await work.run(saleRow, { groupId: work.groupId, saleId });
	if (sales.length === 0) throw new SaleUnknown(saleId);
	await recordAudit(work, {
		action: 'receipt.reprinted',
		subjectType: 'sale',
		subjectId: saleId,
		facts: { prints, cashierId, enrolmentId: till.id, happenedAt: happened.at }
	});
	const maySell = await cashiers(work, 'sale.record', [cashierId]);
	const found = maySell(cashierId, happened.at) ? doubts : [...doubts, withoutRole(cashierId)];
	await openExceptions(work, found.map((doubt) => ({ subject: { type: 'event', id: event.id }, doubt }))); // prettier-ignore
}
