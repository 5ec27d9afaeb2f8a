/** The basket: what each tap does to it. */
import { expect, test } from 'vitest';
import {
	add,
	amountOf,
	type Basket,
	changeLine,
	emptyBasket,
	lineOf,
	remove,
	repriced,
	setQuantity,
	sumOf,
	takenBy
} from '#lib/counter/basket.ts';
import { quantity, quantityMax } from '#lib/kernel/quantity.ts';
import { linesMax } from '#lib/sales/wire-bodies.ts';
import { anId, beras, cabai, someGoods, telur, unitAt } from './goods-for-tests.ts';

const kg = unitAt(beras);
const butir = unitAt(telur);
const rak = unitAt(telur, 1);
const empty = emptyBasket(anId());

/** The basket as a person would read it out. */
const read = ({ lines }: Basket) =>
	lines.map((line) => `${line.quantity / 1000} ${line.unit} ${line.name} ${amountOf(line)}`);

test('goods that are tapped twice stand in one line', () => {
	const basket = add(add(add(empty, beras, kg), telur, butir), beras, kg);
	expect(read(basket)).toEqual(['2 kg Beras medium 27000', '1 butir Telur ayam 2500']);
	expect(sumOf(basket)).toBe(29_500);
});

test('the same goods in another unit stand in a line of their own', () => {
	expect(read(add(add(empty, telur, butir), telur, rak))).toEqual([
		'1 butir Telur ayam 2500',
		'1 rak Telur ayam 72000'
	]);
});

test('a quarter of a kilo costs a quarter, rounded half up once', () => {
	const odd = someGoods('Gula', { units: [['kg', 1000, 17_350]] });
	expect(read(setQuantity(add(empty, odd, unitAt(odd)), unitAt(odd).id, quantity(250)))).toEqual(['0.25 kg Gula 4338']);
});

test('none of a line takes it out, and so does taking it out', () => {
	const basket = add(add(empty, beras, kg), telur, butir);
	expect(read(setQuantity(basket, kg.id, quantity(0)))).toEqual(['1 butir Telur ayam 2500']);
	expect(remove(basket, kg.id)).toEqual(setQuantity(basket, kg.id, quantity(0)));
});

test('a line keeps its place when its unit changes, and joins a line that is there already', () => {
	const basket = add(add(empty, telur, butir), beras, kg);
	expect(read(changeLine(basket, butir.id, telur, rak, quantity(2000)))).toEqual([
		'2 rak Telur ayam 144000',
		'1 kg Beras medium 13500'
	]);
	const both = add(basket, telur, rak);
	expect(read(changeLine(both, butir.id, telur, rak, quantity(1000)))).toEqual([
		'2 rak Telur ayam 144000',
		'1 kg Beras medium 13500'
	]);
	expect(read(changeLine(both, butir.id, telur, rak, quantity(0)))).toEqual([
		'1 kg Beras medium 13500',
		'1 rak Telur ayam 72000'
	]);
});

test('what is taken is counted in the normal unit, over all lines of the same goods', () => {
	const basket = add(add(empty, telur, butir, quantity(5000)), telur, rak);
	expect(takenBy(basket.lines)).toEqual(new Map([[telur.id, 35_000]]));
});

test('a basket is priced anew when it is opened again, and loses what is sold no more', () => {
	const basket = add(add(empty, beras, kg, quantity(1500)), cabai, unitAt(cabai));
	const dearer = { ...beras, units: [{ ...kg, price: unitAt(cabai).price }] };
	expect(read(repriced(basket, [dearer, telur]))).toEqual(['1.5 kg Beras medium 9000']);
});

test('a quantity stops at the most that a line can carry', () => {
	const basket = add(empty, beras, kg, quantity(quantityMax));
	expect(lineOf(add(basket, beras, kg), kg.id)?.quantity).toBe(quantityMax);
});

test('a receipt carries so many lines and no more', () => {
	const shop = Array.from({ length: linesMax + 1 }, (_, index) =>
		someGoods(`Barang ${index}`, { units: [['buah', 1000, 1000]] })
	);
	const basket = shop.reduce((sofar, goods) => add(sofar, goods, unitAt(goods)), empty);
	expect(basket.lines).toHaveLength(linesMax);
});
