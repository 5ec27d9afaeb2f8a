/** The drawing that stands for each shelf. */
import type { GoodsPicture } from '#lib/look/goods-pictures.ts';
import type { Category } from './product.ts';

export const categoryPicture: Readonly<Record<Category, GoodsPicture>> = {
	staple: 'beras',
	animal: 'telur',
	plant: 'tempe',
	vegetable: 'bayam',
	fruit: 'pisang',
	spice: 'cabai',
	meal: 'nasi-bungkus',
	snack: 'kue',
	drink: 'kopi',
	household: 'sabun',
	craft: 'kerajinan',
	clothing: 'baju',
	farm: 'bibit',
	service: 'jahit',
	other: 'keranjang'
};
