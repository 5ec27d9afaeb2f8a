/** What customers owe, kept in the same work as the legs that it adds up. */
import { powersOf } from '#lib/db/lists.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';

/** More owed, or (negative) less. */
export interface OwedChange {
	readonly partyId: Id;
	readonly amount: Rupiah;
}

/** How a customer's account stands. */
export interface CreditStanding {
	readonly owed: Rupiah;
	/** What may be owed at most. */
	readonly limit: Rupiah;
}

const add = prepared(
	(db, p: { groupId: string; limit: number; seq: number; parties: readonly string[]; amounts: readonly number[] }) =>
		db
			.insertInto('creditAccount')
			.values(
				p.parties.map((partyId, row) => ({
					groupId: p.groupId,
					partyId,
					limitAmount: p.limit,
					owed: p.amounts[row] ?? 0,
					seq: p.seq
				}))
			)
			.onConflict((conflict) =>
				conflict.columns(['groupId', 'partyId']).doUpdateSet((row) => ({
					owed: row('creditAccount.owed', '+', row.ref('excluded.owed')),
					seq: row.ref('excluded.seq')
				}))
			)
			.returning(['partyId', 'owed', 'limitAmount'])
);

/**
 * Adds to what customers owe and tells how each stands then; an account begins with `limit`. The caller posts the legs:
 * Σ owed is the account of kasbon by party.
 */
export async function changeOwed(
	work: Work,
	changes: readonly OwedChange[],
	limit: Rupiah
): Promise<Map<Id, CreditStanding>> {
	const sums = new Map<Id, number>();
	for (const { partyId, amount } of changes) sums.set(partyId, (sums.get(partyId) ?? 0) + amount);
	const standings = new Map<Id, CreditStanding>();
	for (const part of powersOf([...sums])) {
		const rows = await work.run(add, {
			groupId: work.groupId,
			limit,
			seq: work.seq,
			parties: part.map(([partyId]) => partyId),
			amounts: part.map(([, amount]) => amount)
		});
		for (const row of rows) standings.set(id(row.partyId), { owed: rupiah(row.owed), limit: rupiah(row.limitAmount) });
	}
	return standings;
}
