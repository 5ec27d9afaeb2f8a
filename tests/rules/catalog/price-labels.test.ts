/** Price labels: one for each unit with a price, each with a code that sells that unit. */
import { expect, test } from 'vitest';
import { priceLabels } from '#lib/catalog/price-labels.ts';
import type { PricedProduct } from '#lib/catalog/price-list.ts';
import { newId } from '#lib/kernel/id.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';

const telur: PricedProduct = {
	id: newId(),
	number: 2,
	name: 'Telur ayam',
	searchText: 'telur ayam',
	kind: 'bought',
	category: 'animal',
	foodGroup: 'animal-protein',
	isFresh: true,
	isBundle: false,
	barcode: '8991002101234',
	picture: 'telur',
	photoFileId: null,
	normalUnit: 'butir',
	units: [
		{
			id: newId(),
			unit: 'butir',
			factor: quantity(1000),
			isMain: true,
			price: rupiah(2500),
			perNormalUnit: rupiah(2500)
		},
		{
			id: newId(),
			unit: 'rak',
			factor: quantity(30_000),
			isMain: false,
			price: rupiah(72_000),
			perNormalUnit: rupiah(2400)
		},
		{ id: newId(), unit: 'lusin', factor: quantity(12_000), isMain: false, price: null, perNormalUnit: null }
	]
};

test('each unit with a price has a label, with the price of the normal unit where that is another', () => {
	const labels = priceLabels([telur], 'id');
	expect(labels.map(({ price, unit, perNormalUnit, code }) => [price, unit, perNormalUnit, code.text])).toEqual([
		['Rp2.500', 'per butir', null, '8991002101234'],
		['Rp72.000', 'per rak (30\u00a0butir)', 'Rp2.400/butir', '0002-rak']
	]);
});
