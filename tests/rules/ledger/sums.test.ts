// Sums per day and the two columns of the trial balance.
import { describe, expect, test } from 'vitest';
import { Bug } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { sumsOf } from '#lib/ledger/sums.ts';
import { type AccountBalance, inColumns } from '#lib/ledger/trial-balance.ts';
import { legsOf } from './legs.ts';

test('legs of a day are summed by account, debits and credits apart', () => {
	const monday = day('2026-11-23');
	const sums = sumsOf([
		{ day: monday, legs: legsOf('1-1100 kas +500\n4-1100 penjualan -500') },
		{ day: monday, legs: legsOf('1-1100 kas +200\n4-1100 penjualan -200') },
		{ day: monday, legs: legsOf('4-1100 penjualan +500\n1-1100 kas -500') },
		{ day: day('2026-11-22'), legs: legsOf('1-1100 kas +1\n4-1100 penjualan -1') }
	]);
	expect(sums).toEqual([
		{ day: '2026-11-22', account: '1-1100', debit: 1, credit: 0 },
		{ day: '2026-11-22', account: '4-1100', debit: 0, credit: 1 },
		{ day: '2026-11-23', account: '1-1100', debit: 700, credit: 500 },
		{ day: '2026-11-23', account: '4-1100', debit: 500, credit: 700 }
	]);
});

describe('the trial balance', () => {
	const stands = (code: AccountBalance['account'], closing: number): AccountBalance => ({
		account: code,
		opening: rupiah(0),
		debit: rupiah(Math.max(closing, 0)),
		credit: rupiah(Math.max(-closing, 0)),
		closing: rupiah(closing)
	});

	test('puts each account in the column where it stands, and leaves out those at zero', () => {
		const sheet = inColumns([
			stands(account.cashDrawer, 700),
			stands(account.bank, 0),
			stands(account.salesCounter, -700)
		]);
		expect(sheet).toEqual({
			rows: [
				{ account: account.cashDrawer, debit: 700, credit: null },
				{ account: account.salesCounter, debit: null, credit: 700 }
			],
			debit: 700,
			credit: 700
		});
	});

	test('that does not balance is a bug', () => {
		expect(() => inColumns([stands(account.cashDrawer, 700)])).toThrow(Bug);
	});
});
