/** Chance that repeats, and baskets that come to what the story says. */
import { expect, test } from 'vitest';
import { Chance } from '../../../scripts/demo/chance.ts';
import { aidBasket, everydayBasket, type Offer, totalOf } from '../../../scripts/demo/basket.ts';
import { goodsFor } from '../../../scripts/demo/goods.ts';
import { Names } from '../../../scripts/demo/names.ts';
import { Phones } from '../../../scripts/demo/phones.ts';
import { countingIds } from '#tests/support/engines.ts';

const nextId = countingIds();

const offers: readonly Offer[] = goodsFor(['e-waroeng']).flatMap((good) => {
	const productId = nextId();
	return good.units.map(({ unit, factor, price }, index) => ({
		good, productId, unitId: nextId(), name: good.name, unit, factor, price, isMain: index === 0
	})); // prettier-ignore
});

test('the same seed gives the same numbers, another seed others', () => {
	const numbers = (seed: number): number[] =>
		Array.from({ length: 5 }, () => new Chance(seed).of('part').between(0, 1e6));
	expect(numbers(7)).toEqual(numbers(7));
	expect(numbers(7)).not.toEqual(numbers(8));
});

test('a part of the world has a stream of its own', () => {
	const chance = new Chance(7);
	const before = chance.of('a').fraction();
	chance.fraction();
	expect(chance.of('a').fraction()).toBe(before);
	expect(chance.of('b').fraction()).not.toBe(before);
});

test('an everyday basket has at least one line and costs no more than its buyer came to spend', () => {
	const chance = new Chance(1);
	for (let buyer = 0; buyer < 500; buyer++) {
		const target = chance.between(3000, 40_000);
		const basket = everydayBasket(offers, target, chance);
		expect(basket.length).toBeGreaterThan(0);
		expect(totalOf(basket)).toBeLessThanOrEqual(target);
	}
});

test('an aid basket is fresh food, and baskets differ from family to family', () => {
	const chance = new Chance(2);
	const baskets = Array.from({ length: 100 }, () => aidBasket(offers, 180_000, chance));
	expect(baskets.flat().every(({ offer }) => offer.good.foodGroup !== null && offer.good.isFresh)).toBe(true);
	const different = new Set(
		baskets.map((basket) => basket.map(({ offer, quantity }) => `${offer.unitId} ${quantity}`).join())
	);
	expect(different.size).toBeGreaterThan(95);
});

test('385 people have names and phone numbers of their own', () => {
	const names = new Names('palu', new Chance(3));
	const phones = new Phones();
	expect(new Set(Array.from({ length: 385 }, () => names.next())).size).toBe(385);
	expect(new Set(Array.from({ length: 385 }, () => phones.next())).size).toBe(385);
});
