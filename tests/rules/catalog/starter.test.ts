/** The starter list: goods that could stand on a shelf in Palu. */
import { describe, expect, test } from 'vitest';
import { checkUnits } from '#lib/catalog/new-product.ts';
import { dearerWays, pricePerNormalUnit } from '#lib/catalog/price.ts';
import { nameLengthMax } from '#lib/catalog/product.ts';
import { starterNamed } from '#lib/catalog/starter-guess.ts';
import { starterFor, starterGoods, starterOf } from '#lib/catalog/starter.ts';
import { kinds } from '#lib/groups/kinds.ts';
import { folded } from '#lib/kernel/text.ts';

function doubled(values: readonly string[]): string[] {
	return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the list', () => {
	test('holds some 150 goods, each with a key and a name of its own', () => {
		expect(starterGoods.length).toBeGreaterThanOrEqual(120);
		expect(doubled(starterGoods.map(({ key }) => key))).toEqual([]);
		expect(doubled(starterGoods.map(({ name }) => folded(name)))).toEqual([]);
		expect(starterGoods.filter(({ name }) => name.length > nameLengthMax)).toEqual([]);
	});

	test('has something for every kind of business', () => {
		const without = kinds.filter(({ key }) => starterFor([key]).usual.length === 0);
		expect(without.map(({ key }) => key)).toEqual([]);
	});

	test('shows what the group sells first, and leaves nothing out', () => {
		const { usual, others } = starterFor(['jahit', 'tenun']);
		expect(usual.map(({ key }) => key)).toContain('permak');
		expect(usual.length + others.length).toBe(starterGoods.length);
	});

	test('is found by key and by what people call things', () => {
		expect(starterOf('beras-medium')?.name).toBe('Beras medium');
		expect(starterOf('emas')).toBeNull();
		expect(starterNamed('Beras')?.key).toBe('beras-medium');
		expect(starterNamed('Telor ayam')?.key).toBe('telur-ayam');
		expect(starterNamed('Tempe daun pisang')?.key).toBe('tempe');
		expect(starterNamed('Emas')).toBeNull();
		expect(starterNamed('')).toBeNull();
	});
});

describe.each(starterGoods.map((good) => [good.name, good] as const))('%s', (_, good) => {
	const perUnit = good.units.map(({ unit, factor, price }) => ({
		id: unit,
		perNormalUnit: pricePerNormalUnit(price, factor)
	}));

	test('is sold in units that fit its stock unit, at a gain that is not a fantasy', () => {
		checkUnits(good.normalUnit, good.units);
		expect(good.cost === 0).toBe(good.kind === 'service');
		if (good.kind === 'service') return;
		for (const { perNormalUnit } of perUnit) {
			expect(perNormalUnit).toBeGreaterThan(good.cost);
			expect(perNormalUnit).toBeLessThanOrEqual(good.cost * 2.6);
		}
	});

	test('costs the same everywhere but for what small amounts cost more', () => {
		expect(Math.max(0, ...dearerWays(perUnit).values())).toBeLessThanOrEqual(400);
	});

	test('is food of one of the four groups only if it is eaten', () => {
		if (good.isFresh) expect(good.foodGroup).not.toBeNull();
		if (good.foodGroup !== null)
			expect(['staple', 'animal', 'plant', 'vegetable', 'fruit', 'spice']).toContain(good.category);
	});
});

test('rice keeps to the ceilings of zone 1 for each kilogram', () => {
	const ceilings = { 'beras-medium': 13_500, 'beras-premium': 14_900 };
	for (const [key, ceiling] of Object.entries(ceilings))
		for (const { factor, price } of starterOf(key)?.units ?? [])
			expect(price * 1000).toBeLessThanOrEqual(ceiling * factor);
	expect(starterOf('beras-medium')?.units[0]?.price).toBe(13_500);
});
