/** A journal entry: legs that move rupiah between accounts and sum to zero. */
import { assert } from '#lib/kernel/assert.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { negated, type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import type { AccountCode } from './chart.ts';

export interface Leg {
	readonly account: AccountCode;
	/** A debit is positive, a credit negative. */
	readonly amount: Rupiah;
	/** Whose account it is, where one account is kept for many: the customer of a kasbon, the member who is owed. */
	readonly partyId?: Id | null;
}

/** What kinds of event post entries. */
export type SourceType =
	| 'sale'
	| 'void'
	| 'return'
	| 'credit-paid'
	| 'shift-closed'
	| 'cash-moved'
	| 'agent-service'
	| 'late-card-paid'
	| 'deed-written-off'
	| 'card-settled'
	| 'goods-receipt'
	| 'stock-adjustment'
	| 'opening'
	| 'reversal';

export interface Entry {
	/** The event that this entry tells of; one event posts once. */
	readonly source: { readonly type: SourceType; readonly id: Id };
	/** The calendar day on which it happened, in the group's zone. */
	readonly day: Day;
	readonly memo: string;
	readonly legs: readonly Leg[];
	/** The entry that this one takes back. */
	readonly reversesId?: Id | null;
}

export class Unbalanced extends Refusal {
	readonly code = 'ledger.unbalanced';
	readonly difference: Rupiah;

	constructor(difference: Rupiah) {
		super(`Debits and credits differ by ${difference} rupiah.`);
		this.difference = difference;
	}
}

/** Passes an entry that may be posted. Throws Unbalanced otherwise. */
export function checkEntry(entry: Entry): void {
	let difference = 0;
	for (const leg of entry.legs) difference += leg.amount;
	if (difference !== 0) throw new Unbalanced(rupiah(difference));
	assert(entry.legs.length >= 2, 'an entry has at least two legs');
}

/** Legs without the empty ones, and with those on the same account and party made one; in the order first met. */
export function tidy(legs: readonly Leg[]): Leg[] {
	const tidied: Leg[] = [];
	for (const leg of legs) {
		const known = tidied.findIndex((other) => other.account === leg.account && samePart(other, leg));
		const before = tidied[known];
		if (before === undefined) tidied.push(leg);
		else tidied[known] = { ...before, amount: total([before.amount, leg.amount]) };
	}
	return tidied.filter((leg) => leg.amount !== 0);
}

function samePart(one: Leg, other: Leg): boolean {
	return (one.partyId ?? null) === (other.partyId ?? null);
}

/** The legs that take `legs` back. */
export function reversed(legs: readonly Leg[]): Leg[] {
	return legs.map((leg) => ({ ...leg, amount: negated(leg.amount) }));
}
