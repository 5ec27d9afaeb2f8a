/** Quantities as people ask for them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsStep, units } from '#lib/catalog/units.ts';
import { firstQuantity, less, more, usualQuantities } from '#lib/counter/quantity-steps.ts';
import { quantity, quantityMax } from '#lib/kernel/quantity.ts';

test.each([
	['kg', [250, 500, 750, 1000, 1500, 2000]],
	['butir', [1000, 2000, 3000]],
	['ons', [1000, 2000]],
	['rak', [500, 1000, 2000, 3000]],
	['gram', [50_000, 100_000, 150_000]],
	['karung', [1000, 2000]]
] as const)('plus leads %s up as people count', (unit, steps) => {
	let amount = quantity(0);
	for (const step of steps) expect((amount = more(unit, amount))).toBe(step);
});

test.each([
	['kg', 1500, 1000],
	['kg', 1000, 750],
	['kg', 250, 0],
	['kg', 6000, 5000],
	['kg', 5000, 4500],
	['rak', 1000, 500],
	['butir', 1000, 0]
] as const)('minus leads %s from %d to %d', (unit, from, to) => {
	expect(less(unit, quantity(from))).toBe(to);
});

test('from a quantity that was typed, plus and minus lead to the next round ones', () => {
	expect(more('kg', quantity(1237))).toBe(1500);
	expect(less('kg', quantity(1237))).toBe(1000);
});

test('every step and every button is a quantity that the unit can be sold in', () => {
	fc.assert(
		fc.property(fc.constantFrom(...units), fc.integer({ min: 0, max: 40 }), (unit, taps) => {
			let amount = quantity(0);
			for (let tap = 0; tap <= taps; tap += 1) amount = more(unit.key, amount);
			return fitsStep(unit, amount) && less(unit.key, amount) < amount && more(unit.key, amount) > amount;
		})
	);
	for (const unit of units)
		expect([firstQuantity(unit.key), ...usualQuantities(unit.key)].every((amount) => fitsStep(unit, amount))).toBe(
			true
		);
});

test('plus stops at the most that can be sold', () => {
	expect(more('kg', quantity(quantityMax))).toBe(quantityMax);
});
