/** What a group had and owed when its books began. Stock comes by receiving goods, for it needs quantities. */
import type { Work } from '#lib/db/work.server.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { negated, type Rupiah, total } from '#lib/kernel/rupiah.ts';
import { account, type AccountCode } from './chart.ts';
import type { Leg } from './entry.ts';
import { postEntry, type Posted } from './post.server.ts';
import { entryOfSource } from './reverse.server.ts';

/** Nothing to open the books with: every amount is zero. */
export class NothingToOpen extends Refusal {
	readonly code = 'ledger.nothing-to-open';

	constructor() {
		super('Every opening amount is zero.');
	}
}

export interface Opening {
	/** Made by the caller; the same opening is posted once. */
	readonly id: Id;
	readonly day: Day;
	readonly cashDrawer: Rupiah;
	readonly cashOnHand: Rupiah;
	readonly bank: Rupiah;
	/** What members owe the group. */
	readonly owedByMembers: Rupiah;
	/** What the group owes its suppliers; positive. */
	readonly owedToSuppliers: Rupiah;
	/** What members have saved with the group; positive. */
	readonly memberSavings: Rupiah;
}

/** Posts opening balances against opening equity; a repeated id posts nothing more. Throws NothingToOpen. */
export async function openBooks(work: Work, opening: Opening): Promise<Posted | null> {
	const source = { type: 'opening', id: opening.id } as const;
	if ((await entryOfSource(work, source)) !== null) return null;
	const legs = openingLegs(opening);
	if (legs.length === 0) throw new NothingToOpen();
	return postEntry(work, { source, day: opening.day, memo: 'opening', legs });
}

function openingLegs(opening: Opening): Leg[] {
	const stands: [AccountCode, Rupiah][] = [
		[account.cashDrawer, opening.cashDrawer],
		[account.cashOnHand, opening.cashOnHand],
		[account.bank, opening.bank],
		[account.owedByMembers, opening.owedByMembers],
		[account.owedToSuppliers, negated(opening.owedToSuppliers)],
		[account.memberSavings, negated(opening.memberSavings)]
	];
	const legs = stands.map(([code, amount]): Leg => ({ account: code, amount })).filter((leg) => leg.amount !== 0);
	const equity = negated(total(legs.map((leg) => leg.amount)));
	return equity === 0 ? legs : [...legs, { account: account.openingEquity, amount: equity }];
}
