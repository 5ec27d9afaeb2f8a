// The chart of accounts: every account has a kind, a side and a name in both languages.
import { describe, expect, test } from 'vitest';
import { accountName, channelName, kindName } from '#lib/ledger/account-name.ts';
import { channelOf, channels, incomeAccount } from '#lib/ledger/channel.ts';
import { account, accountOf, chart, isAccount, kindOf, normalSide } from '#lib/ledger/chart.ts';
import { sourceName } from '#lib/ledger/source-name.ts';
import { overwriteGetLocale } from '#texts/runtime.js';

describe('the chart', () => {
	test('is in the order of its numbers, each once', () => {
		expect([...chart]).toEqual([...new Set(chart)].sort());
		expect(chart.length).toBe(Object.keys(account).length);
	});

	test.each([
		['1-1100', 'asset', 'debit'],
		['1-2190', 'asset', 'credit'],
		['2-1110', 'liability', 'credit'],
		['3-1900', 'equity', 'credit'],
		['4-1100', 'income', 'credit'],
		['4-1910', 'income', 'debit'],
		['5-1300', 'expense', 'debit'],
		['6-2100', 'expense', 'debit'],
		['8-1100', 'expense', 'debit']
	] as const)('%s is an account of %s that stands on the %s side', (code, kind, side) => {
		expect(kindOf(accountOf(code))).toBe(kind);
		expect(normalSide(accountOf(code))).toBe(side);
	});

	test('knows what is no account', () => {
		expect(isAccount('9-9999')).toBe(false);
		expect(() => accountOf('9-9999')).toThrow('is not an account');
	});

	test.each(['id', 'en'] as const)('is named in %s, every account by another name', (language) => {
		overwriteGetLocale(() => language);
		const names = chart.map(accountName);
		expect(new Set(names).size).toBe(names.length);
		expect([kindName('asset'), channelName('counter'), sourceName('goods-receipt')]).not.toContain('');
	});
});

test('each channel has an income account of its own, from which omzet is told', () => {
	for (const channel of channels) expect(channelOf(incomeAccount[channel])).toBe(channel);
	expect(channelOf(account.cashDrawer)).toBeNull();
	expect(channelOf(account.returnsShop)).toBe('shop');
});
