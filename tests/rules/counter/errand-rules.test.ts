/** What is typed beside selling: receipt numbers, bank services, goods to count, notes, PINs, and the day's sum. */
import { describe, expect, test } from 'vitest';
import { acrossCounter, readAgent } from '#lib/counter/agent-form.ts';
import { confirmersOf } from '#lib/counter/confirmers.ts';
import { numberMeant, saleOfCodes } from '#lib/counter/find-sale.ts';
import { beyondRecord, countedUnits, readLine, readLines } from '#lib/counter/goods-lines.ts';
import { noNotes, notesOf, stepped, typedCount } from '#lib/counter/note-table.ts';
import { minutesOf, pinTapped, pinTyped } from '#lib/counter/pin-tap.ts';
import type { TillPerson } from '#lib/counter/snapshot.ts';
import { notesTotal } from '#lib/drawer/notes.ts';
import { newId } from '#lib/kernel/id.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import type { AgentService } from '#lib/sales/wire-bodies.ts';
import { someGoods } from './goods-for-tests.ts';

test.each([
	['123', 'B-000123'],
	['a 12', 'A-000012'],
	['AB-000007', 'AB-000007'],
	[' b-1 ', 'B-000001'],
	['dua', null],
	['', null],
	['B-', null]
])('“%s” on a receipt means %s', (typed, number) => {
	expect(numberMeant(typed, 'B')).toBe(number);
});

test('a receipt without codes, or with others, is no sale', () => {
	expect(saleOfCodes([], 'Asia/Makassar')).toEqual({ kind: 'missing', missing: [1] });
	const part = { tag: 7, index: 0, count: 1, body: Uint8Array.of(1, 2, 3) };
	expect(saleOfCodes([part], 'Asia/Makassar')).toEqual({ kind: 'unreadable' });
});

describe('a bank service', () => {
	const typed = (service: AgentService, fee: string, feeBy: 'cash' | 'bank' = 'cash') =>
		readAgent({ service, principal: '100.000', fee, feeBy, reference: ' 8841 ' });

	test.each([
		['cash-out', '5000', 'cash', -95_000],
		['cash-out', '5000', 'bank', -100_000],
		['bill', '2500', 'cash', 102_500],
		['transfer', '', 'cash', 100_000]
	] as const)('%s with a fee of %s by %s moves %i across the counter', (service, fee, feeBy, across) => {
		const read = typed(service, fee, feeBy);
		expect('service' in read ? acrossCounter(read) : null).toBe(across);
	});

	test('of aid takes nothing, whatever was typed before', () => {
		expect(typed('aid-cash-out', '5000', 'bank')).toMatchObject({ fee: 0, feeBy: 'cash', reference: '8841' });
	});

	test('without an amount is told so', () => {
		expect(readAgent({ service: 'bill', principal: '0', fee: '', feeBy: 'cash', reference: '' })).toEqual({
			principal: 'zero'
		});
		expect(readAgent({ service: 'bill', principal: '', fee: '', feeBy: 'cash', reference: '' })).toEqual({
			principal: 'empty'
		});
	});
});

describe('goods that are bought or counted', () => {
	const goods = someGoods('Telur ayam', { units: [['butir', 1000, 2000], ['rak', 30_000, 58_000]] }); // prettier-ignore
	const [piece, tray] = countedUnits(goods);
	const asking = { language: 'id', needsCost: true, isCount: false } as const;
	const line = (amount: string, cost = '55.000') => ({ goods, unit: tray ?? piece ?? { unit: 'butir', factor: quantity(1000) }, amount, cost }) as const; // prettier-ignore

	test('are told in the normal unit', () => {
		expect(readLine(line('2'), asking)).toMatchObject({ quantity: 60_000, cost: 55_000 });
	});

	test('need an amount, and a cost where one is asked', () => {
		expect(readLine(line('0'), asking)).toEqual({ amount: 'none' });
		expect(readLine(line('1', ''), asking)).toEqual({ cost: 'empty' });
		expect(readLine(line('0', ''), { ...asking, needsCost: false, isCount: true })).toMatchObject({ quantity: 0 });
	});

	test('are held against the record where they are counted', () => {
		expect(beyondRecord(goods, readLine(line('3', '0'), asking))).toBe(90_000 - 100_000);
		expect(beyondRecord(goods, readLine(line('4', '0'), asking))).toBe(20_000);
		expect(beyondRecord(goods, readLine(line('', '0'), asking))).toBeNull();
		expect(beyondRecord({ ...goods, stock: null }, readLine(line('4', '0'), asking))).toBeNull();
	});

	test('are not kept while one of them is wrong', () => {
		expect(readLines([line('1'), line('')], asking)).toBeNull();
		expect(readLines([], asking)).toBeNull();
	});
});

test('notes are tapped and typed, and never fewer than none', () => {
	let counts = stepped(stepped(noNotes, 50_000, 1), 50_000, 1);
	counts = typedCount(counts, 2000, '7');
	counts = stepped(counts, 100, -1);
	counts = typedCount(counts, 2000, 'x');
	expect(notesOf(counts)).toEqual([
		{ value: 50_000, count: 2 },
		{ value: 2000, count: 7 }
	]);
	expect(notesTotal(notesOf(counts))).toBe(114_000);
});

test('a PIN has six digits, whatever is tapped', () => {
	const keys = ['1', '2', '3', '4', '5', '6', '7'] as const;
	const tapped = keys.reduce((pin, key) => pinTapped(pin, key), '');
	expect(tapped).toBe('123456');
	expect(pinTapped(tapped, 'back')).toBe('12345');
	expect(pinTapped(tapped, 'clear')).toBe('');
	expect(pinTyped('12a3-4')).toBe('1234');
	expect([minutesOf(1), minutesOf(60_000), minutesOf(60_001)]).toEqual([1, 1, 2]);
});

test('the treasurer at the counter confirms alone; otherwise another treasurer may', () => {
	const person = (...may: string[]): TillPerson => ({ id: newId(), name: 'Bu Sari', may });
	const [cashier, treasurer] = [person('sale.record'), person('sale.record', 'cash.confirm')];
	expect(confirmersOf([cashier, treasurer], cashier.id)).toEqual({ isSelf: false, others: [treasurer] });
	expect(confirmersOf([cashier, treasurer], treasurer.id)).toEqual({ isSelf: true, others: [] });
});
