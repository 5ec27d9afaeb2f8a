/** What the groups of the demo sell, and how people buy it: often or seldom, by the handful or by the sack. */
import type { KindKey } from '#lib/groups/kinds.ts';
import { starterFor } from '#lib/catalog/starter.ts';
import type { StarterGood } from '#lib/catalog/starter-good.ts';

/** Livestock belongs to who breeds it, not to every farmyard. */
const onlyFor: Readonly<Record<string, KindKey>> = {
	kambing: 'ternak-kambing',
	sapi: 'ternak-sapi',
	bebek: 'ternak-bebek',
	'ayam-kampung': 'ternak-ayam',
	'telur-kampung': 'ternak-ayam',
	'anak-ayam': 'ternak-ayam',
	mukena: 'jahit',
	seragam: 'jahit',
	'topi-rajut': 'rajut'
};

/** The goods of the starter list that a group of these kinds would pick. */
export function goodsFor(kinds: readonly KindKey[]): StarterGood[] {
	return starterFor(kinds).usual.filter((good) => {
		const only = onlyFor[good.key];
		return only === undefined || kinds.includes(only);
	});
}

/** How often a good is asked for, beside an ordinary one (1). */
const asked: Readonly<Record<string, number>> = {
	'beras-medium': 9,
	'beras-premium': 3,
	'telur-ayam': 9,
	tempe: 7,
	tahu: 6,
	bayam: 4,
	kangkung: 4,
	'daun-kelor': 4,
	'cabai-rawit': 4,
	'bawang-merah': 4,
	'bawang-putih': 3,
	tomat: 3,
	'minyak-goreng': 5,
	'gula-pasir': 4,
	'mi-instan': 5,
	'ikan-cakalang': 2,
	'ikan-rono': 3,
	'sabun-mandi': 2,
	sampo: 2,
	'air-galon': 6,
	'kopi-hitam': 3,
	'pisang-goreng': 3,
	'nasi-kuning': 3,
	fotokopi: 3,
	kepiting: 0.2,
	'daging-sapi': 0.3,
	'iga-sapi': 0.2,
	'kursi-rotan': 0.2,
	'sewa-tenda': 0.5,
	sapi: 0.1
};

export function askedFor(good: StarterGood): number {
	return asked[good.key] ?? 1;
}

/** The most of it that goes into one everyday basket, in units. */
const mostUnits: Readonly<Record<string, number>> = {
	'beras-medium': 5,
	'beras-premium': 5,
	'telur-ayam': 12,
	'batu-bata': 500,
	fotokopi: 30,
	'cetak-undangan': 100,
	'nasi-kotak': 30,
	'kue-kotak': 40,
	suvenir: 50
};

export function mostFor(good: StarterGood, price: number): number {
	return mostUnits[good.key] ?? (price < 1500 ? 10 : price < 6000 ? 3 : price < 20_000 ? 2 : 1);
}

/** Fresh food of the four groups: what is bought with aid. */
export function isAidFood(good: StarterGood): boolean {
	return good.foodGroup !== null && good.isFresh;
}

/** Whether its price moves with the season. */
export function isSeasonal(good: StarterGood): boolean {
	return good.isFresh && good.kind === 'bought';
}
