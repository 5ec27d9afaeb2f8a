/** Paying kasbon back: what is offered to tap, and what may be typed. */
import { expect, test } from 'vitest';
import { creditStop } from '#lib/counter/credit-book.ts';
import { instalments, readInstalment } from '#lib/counter/instalment.ts';
import { qrisSourceOf, wayOfKey, waysOf } from '#lib/counter/ways.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';

test('all that is owed first, then the notes that people bring', () => {
	expect(instalments(rupiah(120_000))).toEqual([120_000, 100_000, 50_000, 20_000]);
	expect(instalments(rupiah(15_500))).toEqual([15_500, 10_000]);
});

test.each([
	['50.000', 50_000],
	['120000', 120_000],
	['120.001', 'too-much'],
	['0', 'none'],
	['', 'none'],
	['lima', 'none'],
	['9999999999999', 'too-much']
])('%s of Rp120.000', (typed, read) => {
	expect(readInstalment(typed, rupiah(120_000))).toBe(read);
});

test('credit stops at its limit, and says whether there is any room', () => {
	const credit = { owed: rupiah(120_000), limit: rupiah(150_000), room: rupiah(30_000) };
	expect(creditStop(credit, rupiah(30_000))).toBeNull();
	expect(creditStop(credit, rupiah(30_001))).toBe('too-much');
	expect(creditStop({ ...credit, room: rupiah(0) }, rupiah(1))).toBe('full');
});

test('cards are offered where there is a machine, credit once a basket', () => {
	const kasbon = { tender: 'kasbon', amount: rupiah(1), received: rupiah(1), reference: null } as const;
	expect(waysOf({ card: false, aid: null, paid: [] })).toEqual(['cash', 'qris', 'transfer', 'kasbon']);
	expect(waysOf({ card: true, aid: null, paid: [kasbon] })).toEqual(['cash', 'qris', 'transfer', 'card']);
});

test('Alt and a figure choose a way, a figure alone writes an amount', () => {
	const ways = waysOf({ card: false, aid: null, paid: [] });
	expect(wayOfKey(ways, { altKey: true, ctrlKey: false, code: 'Digit2' })).toBe('qris');
	expect(wayOfKey(ways, { altKey: true, ctrlKey: false, code: 'Digit9' })).toBeNull();
	expect(wayOfKey(ways, { altKey: false, ctrlKey: false, code: 'Digit2' })).toBeNull();
});

test('a QRIS code comes from the best source that a group has; a second one fits beside the first', () => {
	expect(qrisSourceOf({ own: false })).toBe('typed');
	expect(qrisSourceOf({ own: true })).toBe('own');
	expect(qrisSourceOf({ own: true, charge: true })).toBe('charge');
});
