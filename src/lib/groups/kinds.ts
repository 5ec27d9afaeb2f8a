/** The kinds of business that Kube run, each with the drawing it is known by. */
import { present } from '#lib/kernel/assert.ts';
import type { GoodsPicture } from '#lib/look/goods-pictures.ts';

/** key, drawing, whether it sells food */
const table = [
	['e-waroeng', 'beras', true],
	['sembako', 'minyak', true],
	['sayur', 'sayur', true],
	['buah', 'pisang', true],
	['ikan', 'ikan', true],
	['ikan-asin', 'ikan-asin', true],
	['tahu-tempe', 'tempe', true],
	['telur-asin', 'telur-asin', true],
	['bawang-goreng', 'bawang-goreng', true],
	['bumbu', 'cabai', true],
	['garam', 'garam', true],
	['abon', 'abon', true],
	['keripik', 'keripik', true],
	['kue', 'kue', true],
	['roti', 'roti', true],
	['warung-makan', 'nasi-bungkus', true],
	['katering', 'katering', true],
	['minuman', 'jus', true],
	['kopi', 'kopi', true],
	['madu', 'madu', true],
	['isi-ulang', 'air-galon', true],
	['ternak-ayam', 'ternak-ayam', true],
	['ternak-bebek', 'bebek', true],
	['ternak-kambing', 'kambing', true],
	['ternak-sapi', 'sapi', true],
	['budidaya-ikan', 'ikan', true],
	['kebun', 'padi', true],
	['bibit', 'bibit', false],
	['pupuk', 'pupuk', false],
	['kerajinan', 'kerajinan', false],
	['anyaman', 'keranjang', false],
	['tenun', 'kain', false],
	['jahit', 'jahit', false],
	['rajut', 'rajut', false],
	['sabun', 'sabun', false],
	['mebel', 'mebel', false],
	['batu-bata', 'batu-bata', false],
	['laundry', 'deterjen', false],
	['cukur', 'cukur', false],
	['salon', 'salon', false],
	['bengkel', 'bengkel', false],
	['cuci-motor', 'servis-motor', false],
	['ojek', 'ojek', false],
	['gas', 'gas', false],
	['cetak', 'cetak', false],
	['sewa-tenda', 'tenda', false],
	['tukang', 'tukang', false],
	['daur-ulang', 'barang', false]
] as const satisfies readonly (readonly [string, GoodsPicture, boolean])[];

export type KindKey = (typeof table)[number][0];

export interface Kind {
	readonly key: KindKey;
	readonly picture: GoodsPicture;
	readonly isFood: boolean;
}

export const kinds: readonly Kind[] = table.map(([key, picture, isFood]) => ({ key, picture, isFood }));

const byKey = new Map<string, Kind>(kinds.map((kind) => [kind.key, kind]));

/** The kind of that key. */
export function kindOf(key: KindKey): Kind {
	return present(byKey.get(key), `kind of business ${key}`);
}

/** The kind that text from a form or the database names, or null. */
export function parseKind(text: string): Kind | null {
	return byKey.get(text) ?? null;
}
