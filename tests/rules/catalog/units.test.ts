/** Units as people sell by them. */
import { describe, expect, test } from 'vitest';
import {
	checkOwner,
	checkUnits,
	NormalUnitSize,
	NoUnits,
	OwnerNeeded,
	TooManyUnits,
	UnitTwice
} from '#lib/catalog/new-product.ts';
import { unitName, unitShort } from '#lib/catalog/unit-name.ts';
import { fitsStep, parseUnit, type UnitKey, unitOf, units, usualFactor } from '#lib/catalog/units.ts';
import { newId } from '#lib/kernel/id.ts';
import { inNormalUnit, quantity, units as whole } from '#lib/kernel/quantity.ts';
import { present } from '#lib/kernel/assert.ts';

test('every unit that domain rule R8 names is there, with a name', () => {
	const asked = ['kg', 'ons', 'liter', 'butir', 'rak', 'ikat', 'sisir', 'tumpuk', 'ekor', 'papan', 'karung'];
	expect(asked.filter((key) => unitOf(key) === null)).toEqual([]);
	expect(units.filter(({ key }) => unitShort(key) === '' || unitName(key) === '')).toEqual([]);
	expect(unitName('ons')).toBe('ons (100 g)');
});

describe('what people write is understood', () => {
	test.each([
		['kg', 'kg'],
		['Kg.', 'kg'],
		['KILO', 'kg'],
		['gr', 'gram'],
		['ltr', 'liter'],
		['pcs', 'buah'],
		['bks', 'bungkus'],
		['Pak', 'bungkus'],
		['btr', 'butir'],
		['zak', 'karung'],
		['lsn', 'lusin'],
		['jerigen', 'jeriken'],
		['', null],
		['sendok', null]
	])('%j is %s', (written, key) => {
		expect(parseUnit(written)?.key ?? null).toBe(key);
	});

	test('no two units are written alike', () => {
		const written = units.flatMap(({ key, alsoWritten }) => [key, ...alsoWritten]);
		expect(written.filter((one, index) => written.indexOf(one) !== index)).toEqual([]);
		expect(written.filter((one) => parseUnit(one) === null)).toEqual([]);
	});
});

describe('sizes that everyone knows', () => {
	test.each<[UnitKey, UnitKey, number | null]>([
		['ons', 'kg', 100],
		['gram', 'kg', 1],
		['ml', 'liter', 1],
		['rak', 'butir', 30_000],
		['lusin', 'buah', 12_000],
		['kodi', 'lembar', 20_000],
		['kg', 'kg', 1000],
		['karung', 'kg', null],
		['liter', 'kg', null],
		['kg', 'ons', null]
	])('one %s in %s holds %s thousandths', (unit, normal, factor) => {
		expect(usualFactor(unit, normal)).toBe(factor);
	});

	test('a hectogram is a tenth of a kilogram, and 2,5 of them a quarter', () => {
		expect(inNormalUnit(quantity(2500), present(usualFactor('ons', 'kg'), 'ons'))).toBe(250);
	});
});

describe('how finely a unit may be cut', () => {
	test.each<[UnitKey, number, boolean]>([
		['kg', 1, true],
		['kg', 250, true],
		['ons', 500, true],
		['ons', 505, false],
		['butir', 1000, true],
		['butir', 500, false],
		['sisir', 500, true],
		['sisir', 250, false],
		['kg', 0, false],
		['kg', -1000, false]
	])('%s: %i thousandths: %s', (unit, amount, fits) => {
		expect(fitsStep(present(unitOf(unit), unit), quantity(amount))).toBe(fits);
	});
});

describe('the units of a product', () => {
	const rice = [
		{ unit: 'kg', factor: whole(1) },
		{ unit: 'karung', factor: whole(25) }
	] as const;

	test('are at least one, each once, and the stock unit holds one of itself', () => {
		expect(() => {
			checkUnits('kg', rice);
		}).not.toThrow();
		expect(() => {
			checkUnits('kg', []);
		}).toThrow(NoUnits);
		expect(() => {
			checkUnits('kg', [...rice, { unit: 'karung', factor: whole(50) }]);
		}).toThrow(new UnitTwice('karung'));
		expect(() => {
			checkUnits('karung', rice);
		}).toThrow(new NormalUnitSize('karung'));
	});

	test('are no more than a person reads through', () => {
		const many = units.map(({ key }) => ({ unit: key, factor: whole(1) }));
		expect(() => {
			checkUnits('kg', many.slice(0, 12));
		}).not.toThrow();
		expect(() => {
			checkUnits('kg', many.slice(0, 13));
		}).toThrow(TooManyUnits);
	});

	test('need not hold the stock unit: rice counted in kg may be sold by the sack only', () => {
		expect(() => {
			checkUnits('kg', rice.slice(1));
		}).not.toThrow();
	});
});

test('consigned goods have an owner, and only they', () => {
	const consignment = { ownerMemberId: newId(), commission: 100 };
	expect(() => {
		checkOwner('consigned', consignment);
		checkOwner('bought', null);
	}).not.toThrow();
	expect(() => {
		checkOwner('consigned', null);
	}).toThrow(OwnerNeeded);
	expect(() => {
		checkOwner('made', consignment);
	}).toThrow(OwnerNeeded);
});
