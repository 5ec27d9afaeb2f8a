/** What the audit says of the people at a counter: by whom it was done, and who else agreed to it. Ids only: it names nobody. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Facts } from '#lib/kernel/refusal.ts';
import type { EventKind } from './wire-bodies.ts';

/** Who did it, and the other person who agreed; null where nobody else was asked, or nobody is known any longer. */
interface People {
	readonly cashierId: Id | null;
	readonly approvedBy: Id | null;
}

/** Facts of an entry about what happened at a counter. */
export function peopleFacts({ cashierId, approvedBy }: People): Facts {
	return { ...(cashierId === null ? {} : { cashierId }), ...(approvedBy === null ? {} : { approvedBy }) };
}

/** What it is called that another person agreed; a void and a return stand in the audit themselves. */
const approvals: Partial<Record<EventKind, string>> = {
	sale: 'sale.approved',
	'cash-moved': 'cash.approved',
	'stock-adjusted': 'stock.approved'
};

interface Agreed extends People {
	readonly eventId: Id;
	readonly kind: EventKind;
	readonly receiptNumber?: string;
}

/** Records that another person agreed to an event, where one did. */
export async function auditApproval(work: Work, agreed: Agreed): Promise<void> {
	const { eventId, kind, receiptNumber } = agreed;
	const action = approvals[kind];
	if (agreed.approvedBy === null || action === undefined) return;
	const facts = { ...peopleFacts(agreed), ...(receiptNumber === undefined ? {} : { receiptNumber }) };
	const subjectType = kind === 'sale' ? 'sale' : 'event';
	await recordAudit(work, { action, subjectType, subjectId: eventId, facts });
}
