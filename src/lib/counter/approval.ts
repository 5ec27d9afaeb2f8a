/** Which action at the counter needs whose word: a table, and what follows from it for the people who are there. */
import type { Id } from '#lib/kernel/id.ts';
import { approverNeeds, needs } from '#lib/sales/claims.ts';
import type { EventKind } from '#lib/sales/wire-bodies.ts';
import type { TillPerson } from './snapshot.ts';

/** What can be done at a counter; a discount beyond the limit is a sale that needs another's word. */
export type Action = EventKind | 'large-discount' | 'set-settings';

/** When another person must agree: by their PIN where the group uses PINs, else by name. */
type Second =
	| 'never'
	/** Where the group asks for it (`secondPerson`). */
	| 'where-asked'
	/** Always: whoever may not do it alone. */
	| 'unless-allowed';

interface Need {
	readonly permission: string;
	readonly second: Second;
}

const alone = (kind: EventKind): Need => ({ permission: needs[kind], second: 'never' });
const together = (kind: EventKind): Need => ({ permission: needs[kind], second: 'where-asked' });

/** The table. */
const actions: Readonly<Record<Action, Need>> = {
	sale: alone('sale'),
	void: together('void'),
	return: together('return'),
	'credit-paid': alone('credit-paid'),
	'shift-opened': alone('shift-opened'),
	'shift-closed': alone('shift-closed'),
	'cash-moved': together('cash-moved'),
	'goods-bought': alone('goods-bought'),
	'stock-adjusted': together('stock-adjusted'),
	'agent-service': alone('agent-service'),
	'receipt-printed-again': alone('receipt-printed-again'),
	'goods-handed': alone('goods-handed'),
	'late-card-paid': alone('late-card-paid'),
	'card-doubled': alone('card-doubled'),
	'card-failed': alone('card-failed'),
	'receipt-missed': alone('receipt-missed'),
	'large-discount': { permission: approverNeeds('sale'), second: 'unless-allowed' },
	'set-settings': { permission: 'till.enrol', second: 'unless-allowed' }
};

export type Approval =
	| { readonly kind: 'free' }
	/** One of these other people agrees; with `orAlone` the cashier may instead write why they are alone. */
	| { readonly kind: 'second'; readonly people: readonly TillPerson[]; readonly orAlone: boolean }
	| { readonly kind: 'forbidden' };

export interface Asked {
	readonly action: Action;
	readonly cashierId: Id;
	readonly people: readonly TillPerson[];
	/** Whether the group asks for a second person. */
	readonly secondPerson: boolean;
}

/** What it takes that this cashier does `action`. */
export function approvalFor({ action, cashierId, people, secondPerson }: Asked): Approval {
	const { permission, second } = actions[action];
	const isAllowed = people.find(({ id }) => id === cashierId)?.may.includes(permission) ?? false;
	const others = people.filter(({ id, may }) => id !== cashierId && may.includes(permission));
	if (second === 'unless-allowed') {
		if (isAllowed) return { kind: 'free' };
		return others.length === 0 ? { kind: 'forbidden' } : { kind: 'second', people: others, orAlone: false };
	}
	if (!isAllowed) return { kind: 'forbidden' };
	return second === 'never' || !secondPerson ? { kind: 'free' } : { kind: 'second', people: others, orAlone: true };
}
