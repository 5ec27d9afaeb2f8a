/** Labels from the till's own roll: the same words as in the office, so many times, and nothing that the group has not. */
import { describe, expect, test } from 'vitest';
import { copied, copiesOf, madeLabel, priceLabel } from '#lib/counter/labelling.ts';
import { present } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import { paperText } from '#lib/printing/paper.ts';
import { anId, beras, telur, unitAt } from './goods-for-tests.ts';

const group = { id: anId(), slug: 'melati', name: 'Kube Melati', address: 'Jl. Manggis 4', phone: null, zone: 'Asia/Makassar' } as const; // prettier-ignore
const paper = { roll: 58, language: 'id' } as const;

describe('a price label', () => {
	test('says name, price and unit, with the price of the normal unit beside another', () => {
		const tray = present(priceLabel(telur, unitAt(telur, 1), 58, 'id'), 'a label');
		expect(tray.roll).toBe(58);
		for (const words of ['Telur ayam', 'Rp72.000', 'Rp2.400/butir']) expect(paperText(tray)).toContain(words);
		const kilo = present(priceLabel(beras, unitAt(beras), 58, 'id'), 'a label');
		expect(paperText(kilo)).toContain('Rp13.500');
		expect(kilo.parts.some(({ kind }) => kind === 'picture')).toBe(true);
	});

	test('fits the letters of its roll', () => {
		for (const row of paperText(present(priceLabel(telur, unitAt(telur, 1), 58, 'id'), 'a label')).split('\n'))
			expect(row.length).toBeLessThanOrEqual(32);
	});
});

describe('a label of home-made goods', () => {
	const words = { weight: ' 250 gram ', madeOn: day('2026-11-21'), bestBefore: day('2026-12-21') };

	test('has the licences of its product', () => {
		const made = [{ productId: beras.id, homeFoodLicence: '206727101000126', halal: 'ID72110000123456789' }];
		const text = paperText(madeLabel(beras, { group, made }, words, paper));
		for (const part of ['250 gram', '2067271010001-26', 'ID72110000123456789', 'Kube Melati, Jl. Manggis 4'])
			expect(text).toContain(part);
	});

	test('leaves out what is not there', () => {
		const text = paperText(
			madeLabel(beras, { group, made: [] }, { weight: '', madeOn: null, bestBefore: null }, paper)
		);
		expect(text).toContain('Beras medium');
		expect(text).not.toContain('P-IRT');
		expect(text).not.toContain('Halal');
	});
});

test.each([
	['1', 1],
	[' 12 ', 12],
	['50', 50],
	['51', null],
	['0', null],
	['', null],
	['dua', null],
	['-1', null],
	['1.5', null]
])('%j labels: %s', (typed, count) => expect(copiesOf(typed)).toBe(count));

test('copies stand one after another with room to cut', () => {
	const one = present(priceLabel(beras, unitAt(beras), 58, 'id'), 'a label');
	expect(copied(one, 3).parts).toHaveLength(3 * (one.parts.length + 1));
});
