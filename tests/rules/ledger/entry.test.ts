// An entry balances or is refused, and legs are put in order without changing what they say.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Bug } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import { id } from '#lib/kernel/id.ts';
import { rupiah, total } from '#lib/kernel/rupiah.ts';
import { accountOf, chart } from '#lib/ledger/chart.ts';
import { checkEntry, type Entry, type Leg, reversed, tidy, Unbalanced } from '#lib/ledger/entry.ts';
import { legsOf } from './legs.ts';

const sale = id('01900000-0000-7000-8000-000000000001');
const ida = id('01900000-0000-7000-8000-00000000000a');

function entryOf(text: string): Entry {
	return { source: { type: 'sale', id: sale }, day: day('2026-11-21'), memo: '', legs: legsOf(text) };
}

describe('an entry', () => {
	test('whose legs do not sum to zero is refused, and the refusal says by how much', () => {
		const short = entryOf(`
			1-1100 kas        +12000
			4-1100 penjualan  -11500
		`);
		expect(() => checkEntry(short)).toThrow(new Unbalanced(rupiah(500)));
	});

	test('that balances passes', () => {
		const whole = entryOf(`
			1-1100 kas        +12000
			4-1100 penjualan  -12000
			5-1100 hpp         +9000
			1-1400 persediaan  -9000
		`);
		expect(() => checkEntry(whole)).not.toThrow();
	});

	test('of one leg is a bug, even when it is zero', () => {
		expect(() => checkEntry(entryOf('1-1100 kas 0'))).toThrow(Bug);
	});
});

const leg = fc.record({
	account: fc.constantFrom(...chart.slice(0, 6)),
	amount: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(rupiah),
	partyId: fc.constantFrom(null, ida)
});

describe('legs', () => {
	test('tidied: one for each account and party, none empty, the same sum', () => {
		fc.assert(
			fc.property(fc.array(leg), (legs) => {
				const tidied = tidy(legs);
				const places = tidied.map((one) => `${one.account} ${one.partyId ?? ''}`);
				expect(new Set(places).size).toBe(places.length);
				expect(tidied.every((one) => one.amount !== 0)).toBe(true);
				expect(total(tidied.map((one) => one.amount))).toBe(total(legs.map((one) => one.amount)));
			})
		);
	});

	test('of two customers on one account stay apart', () => {
		const owed = accountOf('1-1330');
		const legs: Leg[] = [
			{ account: owed, amount: rupiah(100), partyId: ida },
			{ account: owed, amount: rupiah(200) }
		];
		expect(tidy(legs)).toEqual(legs);
	});

	test('reversed and reversed again are what they were', () => {
		fc.assert(
			fc.property(fc.array(leg), (legs) => {
				expect(reversed(reversed(legs))).toEqual(legs);
			})
		);
	});
});
