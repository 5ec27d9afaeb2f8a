/** A price list: finding goods in it, and putting it on shelves. */
import { describe, expect, test } from 'vitest';
import { byCategory, byFoodGroup, findGoods, type PricedProduct, sellable } from '#lib/catalog/price-list.ts';
import { categories, foodGroups } from '#lib/catalog/product.ts';
import {
	categoryName,
	foodGroupName,
	readCategory,
	readFoodGroup,
	readProductKind
} from '#lib/catalog/product-names.ts';
import { newId } from '#lib/kernel/id.ts';
import { units } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { searchable } from '#lib/kernel/text.ts';

function product(number: number, name: string, more: Partial<PricedProduct> = {}): PricedProduct {
	const unit = {
		id: newId(),
		unit: 'kg',
		factor: units(1),
		isMain: true,
		price: rupiah(1000),
		perNormalUnit: rupiah(1000)
	} as const;
	return {
		id: newId(), number, name, searchText: searchable(name), kind: 'bought', category: 'staple', foodGroup: 'carbohydrate',
		isFresh: true, isBundle: false, barcode: null, picture: 'beras', photoFileId: null, normalUnit: 'kg', units: [unit], ...more
	}; // prettier-ignore
}

const rice = product(1, 'Beras medium');
const eggs = product(2, 'Telur ayam', { category: 'animal', foodGroup: 'animal-protein' });
const chilli = product(12, 'Cabai rawit', { category: 'vegetable', foodGroup: 'vitamins' });
const soap = product(21, 'Sabun mandi', { category: 'household', foodGroup: null, barcode: '8992761166014' });
const list = [rice, eggs, chilli, soap];

describe('finding', () => {
	test.each([
		['telur', [eggs]],
		['telor', [eggs]],
		['telo', [eggs]],
		['TEL ay', [eggs]],
		['cabe', [chilli]],
		['rawit cabe', [chilli]],
		['2', [eggs]],
		['12', [chilli]],
		['8992761166014', [soap]],
		['awit', []],
		['', list],
		['  ', list]
	])('%j finds %#', (query, found) => {
		expect(findGoods(list, query)).toEqual(found);
	});

	test('an exact number comes before goods that have it in their name', () => {
		const twelve = product(30, 'Telur 12 butir');
		expect(findGoods([twelve, chilli], '12')).toEqual([chilli, twelve]);
	});
});

test('goods and units without a price cannot be sold', () => {
	const [kg] = rice.units;
	if (kg === undefined) throw new Error('rice has a unit');
	const unpriced = { ...kg, id: newId(), price: null, perNormalUnit: null };
	const half = { ...rice, units: [kg, unpriced] };
	expect(sellable([half, { ...eggs, units: [unpriced] }])).toEqual([{ ...rice, units: [kg] }]);
});

describe('shelves', () => {
	test('stand in shop order, and none is empty', () => {
		expect(byCategory([soap, chilli, eggs, rice]).map(({ key, products }) => [key, products.length])).toEqual([
			['staple', 1], ['animal', 1], ['vegetable', 1], ['household', 1]
		]); // prettier-ignore
	});

	test('by food group, the rest comes last, as on the wall', () => {
		expect(byFoodGroup([soap, chilli, rice]).map(({ key }) => key)).toEqual(['carbohydrate', 'vitamins', 'other']);
	});

	test('are known by their names in both languages, and by what people say', () => {
		expect(categories.filter((category) => readCategory(categoryName(category)) !== category)).toEqual([]);
		expect(foodGroups.filter((group) => readFoodGroup(foodGroupName(group)) !== group)).toEqual([]);
		expect([readCategory('Vegetables'), readCategory('SAYUR'), readCategory('rongsokan')]).toEqual([
			'vegetable',
			'vegetable',
			null
		]);
		expect(['dibuat', 'Titip jual', 'titipan', 'Service', 'Jasa', 'curian'].map(readProductKind)).toEqual([
			'made', 'consigned', 'consigned', 'service', 'service', null
		]); // prettier-ignore
	});
});
