/** What an account moved on a day, told from the legs. */
import type { Day } from '#lib/kernel/day.ts';
import type { AccountCode } from './chart.ts';
import type { Leg } from './entry.ts';

export interface DaySum {
	readonly day: Day;
	readonly account: AccountCode;
	readonly debit: number;
	/** Positive. */
	readonly credit: number;
}

interface LegsOfDay {
	readonly day: Day;
	readonly legs: readonly Pick<Leg, 'account' | 'amount'>[];
}

/** One sum for each account and day that the legs touch, ordered by day and account. */
export function sumsOf(moves: readonly LegsOfDay[]): DaySum[] {
	const sums = new Map<string, { day: Day; account: AccountCode; debit: number; credit: number }>();
	for (const { day, legs } of moves)
		for (const { account, amount } of legs) {
			const key = `${day} ${account}`;
			let sum = sums.get(key);
			if (sum === undefined) sums.set(key, (sum = { day, account, debit: 0, credit: 0 }));
			if (amount > 0) sum.debit += amount;
			else sum.credit -= amount;
		}
	return [...sums.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
}
