/** Running sums per account and day, kept in the same work as the legs they add up. */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Leg } from './entry.ts';
import { sumsOf } from './sums.ts';

/** The most sums that one statement moves. */
const sumsMax = 64;

const add = prepared(
	(
		db,
		p: {
			groupId: string;
			days: readonly string[];
			accounts: readonly string[];
			debits: readonly number[];
			credits: readonly number[];
		}
	) =>
		db
			.insertInto('accountDay')
			.values(
				p.accounts.map((account, row) => ({
					groupId: p.groupId,
					day: p.days[row] ?? '',
					account,
					debit: p.debits[row] ?? 0,
					credit: p.credits[row] ?? 0
				}))
			)
			.onConflict((conflict) =>
				conflict.columns(['groupId', 'day', 'account']).doUpdateSet((row) => ({
					debit: row('accountDay.debit', '+', row.ref('excluded.debit')),
					credit: row('accountDay.credit', '+', row.ref('excluded.credit'))
				}))
			)
);

/** Adds the legs of each day to the sums. */
export async function addToSums(
	work: Work,
	moves: readonly { readonly day: Day; readonly legs: readonly Leg[] }[]
): Promise<void> {
	const sums = sumsOf(moves);
	for (let from = 0; from < sums.length; from += sumsMax) {
		const part = sums.slice(from, from + sumsMax);
		await work.run(add, {
			groupId: work.groupId,
			days: part.map((sum) => sum.day),
			accounts: part.map((sum) => sum.account),
			debits: part.map((sum) => sum.debit),
			credits: part.map((sum) => sum.credit)
		});
	}
}
