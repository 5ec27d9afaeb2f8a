/** The sheet of one line: what was typed, in the unit that is sold or as the scale shows it. */
import { expect, test } from 'vitest';
import { amountInput, costOf, fineUnit, missedStep, readAmount } from '#lib/counter/line-form.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { beras, telur, unitAt } from './goods-for-tests.ts';

test('what is sold by the kilogram can be typed in grams', () => {
	expect([fineUnit('kg'), fineUnit('liter'), fineUnit('butir')]).toEqual(['gram', 'ml', null]);
	expect(readAmount('350', true, 'id')).toBe(350);
	expect(readAmount('0,35', false, 'id')).toBe(350);
	expect(readAmount('0,5', true, 'id')).toBe('too-fine');
	expect(readAmount('banyak', true, 'id')).toBe('not-a-number');
});

test('switching to grams keeps the amount', () => {
	expect(amountInput(quantity(1250), true, 'id')).toBe('1250');
	expect(readAmount(amountInput(quantity(1250), true, 'id'), true, 'id')).toBe(1250);
	expect(amountInput(quantity(1250), false, 'id')).toBe('1,25');
});

test('an egg is not cut', () => {
	expect(missedStep('butir', quantity(1500))).toBe(1000);
	expect(missedStep('butir', quantity(2000))).toBeNull();
	expect(missedStep('kg', quantity(1))).toBeNull();
});

test('what it costs is shown as long as an amount can be read', () => {
	expect(costOf(unitAt(beras), quantity(350))).toBe(4725);
	expect(costOf(unitAt(telur), 'empty')).toBe(0);
});
