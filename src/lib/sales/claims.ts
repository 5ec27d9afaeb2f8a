/** What an event says about who did it and who agreed, compared with the roles of that moment. */
import type { Permission } from '#lib/identity/permissions.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Doubt } from './doubts.ts';
import type { EventKind } from './wire-bodies.ts';

/** What each kind of event needs. */
export const needs: Readonly<Record<EventKind, Permission>> = {
	sale: 'sale.record',
	void: 'sale.void',
	return: 'sale.void',
	'credit-paid': 'sale.record',
	'shift-opened': 'sale.record',
	'shift-closed': 'sale.record',
	'cash-moved': 'sale.record',
	'goods-bought': 'stock.receive',
	'stock-adjusted': 'stock.count',
	'agent-service': 'sale.record',
	'receipt-printed-again': 'sale.record',
	'goods-handed': 'sale.record',
	'late-card-paid': 'sale.record',
	'card-doubled': 'sale.record',
	'card-failed': 'sale.record',
	'receipt-missed': 'sale.record'
};

/** What the other person needs: for a sale, to allow what a cashier alone may not. */
export function approverNeeds(kind: EventKind): Permission {
	return kind === 'sale' ? 'sale.approve' : needs[kind];
}

interface Claim {
	readonly kind: EventKind;
	readonly cashierId: Id;
	readonly approvedBy: Id | null;
	readonly at: Instant;
}

/** Doubts about who did it; `may` tells what a person was allowed at a moment. */
export function claimDoubts(
	{ kind, cashierId, approvedBy, at }: Claim,
	may: (person: Id, permission: Permission, at: Instant) => boolean
): Doubt[] {
	const doubts: Doubt[] = [];
	if (!may(cashierId, needs[kind], at)) doubts.push({ kind: 'cashier-without-role', facts: { cashierId } });
	if (approvedBy !== null && (approvedBy === cashierId || !may(approvedBy, approverNeeds(kind), at)))
		doubts.push({ kind: 'approver-without-role', facts: { approvedBy } });
	return doubts;
}
