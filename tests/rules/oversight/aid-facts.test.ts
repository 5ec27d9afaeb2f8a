/** Facts about cards begin exactly where their thresholds say, and name the receipts that they rest on. */
import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/day.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { instant, later } from '#lib/kernel/instant.ts';
import { type CardSale, dearGoods, rapidCards, uniformBaskets, usualPrices } from '#lib/oversight/aid-facts.ts';

const limits = { uniformSales: 4, uniformPercent: 75, rapidCards: 3, rapidMinutes: 5, dearPercent: 10 };
const [eggs, rice] = [newId(), newId()];
const morning = instant('2026-11-21T01:00:00.000Z');
let receipts = 0;

interface Sold {
	readonly minute?: number;
	readonly till?: string;
	readonly on?: string;
	readonly lines?: readonly (readonly [unit: Id, quantity: number, price: number])[];
}

function sold({ minute = 0, till = 'B', on = '2026-11-21', lines = [[eggs, 10, 2000]] }: Sold = {}): CardSale {
	receipts += 1;
	return {
		saleId: newId(),
		receiptNumber: `B-${String(receipts).padStart(6, '0')}`,
		day: day(on),
		happenedAt: later(morning, minute * 60_000),
		enrolmentId: till,
		lines: lines.map(([unitId, quantity, price]) => ({ unitId, name: 'Telur', quantity, price }))
	};
}
const named = (sales: readonly CardSale[]) => sales.map(({ saleId, receiptNumber }) => ({ saleId, receiptNumber }));

describe('the same basket for everybody', () => {
	const other = () => sold({ lines: [[rice, 1, 12_000]] });

	test('three of four are as many as it takes', () => {
		const alike = [sold(), sold(), sold()];
		expect(uniformBaskets([...alike, other()], limits)).toEqual([
			{ kind: 'uniform-baskets', day: '2026-11-21', receipts: named(alike), facts: { same: 3, of: 4 } }
		]);
		expect(uniformBaskets([...alike, other(), other()], limits)).toEqual([]);
		expect(uniformBaskets(alike, limits)).toEqual([]);
	});

	test('the order of goods does not matter, how much of them does', () => {
		const [one, turned] = [
			sold({ lines: [[eggs, 10, 2000], [rice, 1, 12_000]] }),
			sold({ lines: [[rice, 1, 12_000], [eggs, 10, 2000]] })
		]; // prettier-ignore
		const more = sold({ lines: [[eggs, 11, 2000], [rice, 1, 12_000]] }); // prettier-ignore
		expect(uniformBaskets([one, turned, sold(), more], { ...limits, uniformPercent: 50 })).toMatchObject([
			{ facts: { same: 2, of: 4 } }
		]);
	});

	test('each day counts by itself', () => {
		expect(uniformBaskets([sold(), sold(), sold({ on: '2026-11-22' }), sold({ on: '2026-11-22' })], limits)).toEqual(
			[]
		);
	});
});

describe('goods dearer than for others', () => {
	const usual = usualPrices([
		{ unitId: eggs, price: 2500, lines: 2 },
		{ unitId: eggs, price: 2000, lines: 7 },
		{ unitId: rice, price: 13_000, lines: 3 },
		{ unitId: rice, price: 12_000, lines: 3 }
	]);

	test('are held against what most others pay, of as many the less', () => {
		expect([usual(eggs), usual(rice), usual(newId())]).toEqual([2000, 12_000, undefined]);
	});

	test.each([[2200, 0], [2201, 1]])('eggs at %i', (price, found) => {
		const sales = [1, 2].map(() => sold({ lines: [[eggs, 10, price], [newId(), 1, 99_999]] })); // prettier-ignore
		const facts = dearGoods(sales, usual, limits);
		expect(facts).toHaveLength(found);
		if (found > 0) expect(facts[0]).toMatchObject({ receipts: named(sales), facts: { name: 'Telur', price, usual: 2000 } });
	}); // prettier-ignore
});

describe('many cards in few minutes', () => {
	test('at one till are one fact, however long it goes on', () => {
		const run = [0, 2, 5, 7, 10].map((minute) => sold({ minute }));
		expect(rapidCards([...run, sold({ minute: 30 })], limits)).toEqual([
			{ kind: 'rapid-cards', day: '2026-11-21', receipts: named(run), facts: { cards: 5, minutes: 10 } }
		]);
	});

	test('slower, or at several tills, are none', () => {
		expect(rapidCards([0, 3, 6, 9].map((minute) => sold({ minute })), limits)).toEqual([]); // prettier-ignore
		expect(rapidCards([sold(), sold(), sold({ till: 'C' })], limits)).toEqual([]);
	});

	test('two runs with time between them are two', () => {
		const [one, other] = [[0, 1, 2], [60, 61, 62]].map((minutes) => minutes.map((minute) => sold({ minute }))); // prettier-ignore
		expect(rapidCards([...(other ?? []), ...(one ?? [])], limits).map(({ receipts: some }) => some)).toEqual([named(one ?? []), named(other ?? [])]); // prettier-ignore
	});
});
