// Highest prices by class, zone and day; for one normal unit, whatever unit it is sold by.
import { describe, expect, test } from 'vitest';
import {
	type CeilingClass,
	ceilingOf,
	type CeilingRule,
	isOverCeiling,
	parseCeilingClass
} from '#lib/catalog/ceiling.ts';
import { day } from '#lib/kernel/day.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { passedCeiling, passedMost, passesDiscount } from '#lib/sales/sale-limits.ts';
import { lineOf } from '../sales/sold.ts';

const zones = { 1: ['72'], 3: ['91'] };
const rule = (from: string, to: string | null, medium: number): CeilingRule => ({
	zones, perNormalUnit: { 'rice-medium': { 1: medium, 3: medium + 2000 }, minyakita: { all: 15_700 } },
	perSale: { minyakita: 2000 }, validFrom: day(from), validTo: to === null ? null : day(to)
}); // prettier-ignore
const rules = [rule('2025-01-01', '2025-08-21', 12_500), rule('2025-08-22', null, 13_500)];

test.each([
	['rice-medium', '72', '2026-11-21', 13_500],
	['rice-medium', '91', '2026-11-21', 15_500],
	['rice-medium', '72', '2025-08-22', 13_500],
	['rice-medium', '72', '2025-08-21', 12_500],
	['rice-medium', '72', '2024-12-31', null],
	['rice-medium', '14', '2026-11-21', null],
	['rice-premium', '72', '2026-11-21', null],
	['minyakita', '14', '2026-11-21', 15_700]
] as const)('%s in %s on %s: %s', (of, province, on, ceiling) => {
	expect(ceilingOf(rules, of, { province, day: day(on) })).toBe(ceiling);
});

test('the latest rule holds where two do', () => {
	const both = [rule('2025-01-01', null, 12_500), rule('2025-08-22', null, 13_500)];
	expect(ceilingOf(both, 'rice-medium', { province: '72', day: day('2026-01-01') })).toBe(13_500);
});

test.each([
	['a kilogram at the ceiling', 13_500, 1000, false],
	['a rupiah above', 13_501, 1000, true],
	['a litre of rice that weighs 0.8 kg', 10_800, 800, false],
	['the same, dearer by the kilogram', 10_801, 800, true],
	['a sack', 675_000, 50_000, false]
] as const)('%s', (_, price, factor, over) => {
	expect(isOverCeiling(rupiah(price), quantity(factor), rupiah(13_500))).toBe(over);
});

test('only known classes are read', () => {
	expect(parseCeilingClass('minyakita')).toBe('minyakita');
	expect(parseCeilingClass('gold')).toBeNull();
	expect(parseCeilingClass(null)).toBeNull();
});

describe('a sale', () => {
	const at = { province: '72', day: day('2026-11-21') };
	const line = (of: CeilingClass, price: number, amount: number) => ({ of, price: rupiah(price), factor: quantity(1000), normalQuantity: quantity(amount) }); // prettier-ignore

	test('passes a ceiling or keeps it', () => {
		expect(passedCeiling(rules, line('rice-medium', 14_000, 1000), at)).toBe(13_500);
		expect(passedCeiling(rules, line('rice-medium', 13_000, 1000), at)).toBeNull();
	});

	test('passes what one buyer may get with all its lines together', () => {
		expect(passedMost(rules, [line('minyakita', 1, 1000), line('minyakita', 1, 1000)], at)).toEqual([]);
		expect(passedMost(rules, [line('minyakita', 1, 1000), line('minyakita', 1, 1001)], at)).toEqual([{ of: 'minyakita', most: 2000 }]); // prettier-ignore
		expect(passedMost(rules, [line('rice-medium', 1, 9000)], at)).toEqual([]);
	});

	test.each([
		[10_000, 0, 0, 10, false],
		[10_000, 1000, 0, 10, false],
		[10_000, 1001, 0, 10, true],
		[10_000, 500, 501, 10, true],
		[10_000, 10_000, 0, 100, false],
		[10_000, 1, 0, 0, true]
	])('of %i, %i off the line and %i off the basket, limit %i%%: %s', (price, off, discount, percent, passes) => {
		const lines = [lineOf(price, 1000, { discount: rupiah(off) })];
		expect(passesDiscount({ lines, discount: rupiah(discount) }, percent)).toBe(passes);
	});
});
