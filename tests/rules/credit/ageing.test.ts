// How old a debt is: what is paid settles the oldest of it first.
import { describe, expect, test } from 'vitest';
import { ageingOf } from '#lib/credit/ageing.ts';
import { addDays, day } from '#lib/kernel/day.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';

const today = day('2026-11-21');
const bought = (daysAgo: number, amount: number) => ({ day: addDays(today, -daysAgo), amount: rupiah(amount) });

describe('ages', () => {
	// bought (days ago, rupiah), owed, ages, days since the oldest that is not settled
	test.each([
		[[], 0, [0, 0, 0, 0], null],
		[[[0, 5000]], 5000, [5000, 0, 0, 0], 0],
		[[[7, 5000]], 5000, [5000, 0, 0, 0], 7],
		[[[8, 5000]], 5000, [0, 5000, 0, 0], 8],
		[[[30, 5000]], 5000, [0, 5000, 0, 0], 30],
		[[[31, 5000]], 5000, [0, 0, 5000, 0], 31],
		[[[60, 5000]], 5000, [0, 0, 5000, 0], 60],
		[[[61, 5000]], 5000, [0, 0, 0, 5000], 61],
		[
			[
				[61, 5000],
				[3, 4000]
			],
			9000,
			[4000, 0, 0, 5000],
			61
		],
		[
			[
				[61, 5000],
				[3, 4000]
			],
			6000,
			[4000, 0, 0, 2000],
			61
		],
		[
			[
				[61, 5000],
				[3, 4000]
			],
			4000,
			[4000, 0, 0, 0],
			3
		],
		[
			[
				[3, 4000],
				[61, 5000]
			],
			1000,
			[1000, 0, 0, 0],
			3
		],
		[[[61, 5000]], -200, [0, 0, 0, 0], null]
	] as const)('%j, owing %i', (debts, owed, ages, since) => {
		const found = ageingOf(debts.map(([days, amount]) => bought(days, amount)), rupiah(owed), today); // prettier-ignore
		expect(found).toEqual({ ages, since: since === null ? null : addDays(today, -since) });
	});
});
