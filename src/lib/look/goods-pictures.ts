/** The drawings of goods that come with the program (`static/goods/<name>.svg`), by kind. A drawing's name is what people call the goods. */

/** The colour of the tile that a kind of goods stands on. */
const tiles = {
	staple: 'yellow',
	protein: 'clay',
	vegetable: 'green',
	fruit: 'blue',
	spice: 'green',
	snack: 'clay',
	drink: 'blue',
	household: 'plain',
	craft: 'clay',
	service: 'yellow',
	farm: 'green'
} as const;

export type GoodsKind = keyof typeof tiles;
export type GoodsTile = (typeof tiles)[GoodsKind];

const names = {
	staple: [
		'beras', 'nasi', 'jagung', 'singkong', 'ubi', 'kentang', 'tepung', 'gula', 'gula-merah', 'garam', 'minyak', 'mi', 'kacang-tanah', 'kacang-merah'
	],
	protein: [
		'telur', 'telur-asin', 'telur-puyuh', 'ayam', 'daging', 'iga', 'ikan', 'ikan-asin', 'ikan-kaleng', 'udang', 'cumi', 'kepiting', 'tempe', 'tahu',
		'bakso', 'abon'
	],
	vegetable: [
		'bayam', 'kangkung', 'sawi', 'wortel', 'tomat', 'timun', 'terung', 'kol', 'brokoli', 'buncis', 'kacang-panjang', 'labu', 'paprika', 'jamur',
		'sayur', 'daun-bawang'
	],
	fruit: [
		'pisang', 'jeruk', 'mangga', 'pepaya', 'nanas', 'semangka', 'melon', 'kelapa', 'apel', 'anggur', 'alpukat', 'jeruk-nipis', 'salak', 'rambutan',
		'durian', 'stroberi', 'pir'
	],
	spice: [
		'cabai', 'cabai-rawit', 'bawang-merah', 'bawang-putih', 'bawang-bombai', 'bawang-goreng', 'jahe', 'kunyit', 'serai', 'daun', 'kecap', 'sambal',
		'santan'
	],
	snack: [
		'kue', 'kue-kering', 'roti', 'donat', 'bolu', 'lontong', 'pisang-goreng', 'keripik', 'kerupuk', 'nasi-bungkus', 'nasi-kuning', 'bubur', 'soto',
		'es-krim', 'permen', 'cokelat', 'madu'
	],
	drink: ['kopi', 'kopi-bubuk', 'teh', 'susu', 'susu-kental', 'jus', 'es', 'air-botol', 'air-galon', 'jamu'],
	household: [
		'sabun', 'sampo', 'deterjen', 'sikat-gigi', 'tisu', 'sapu', 'ember', 'spons', 'lilin', 'lampu', 'baterai', 'gas', 'pulsa', 'payung', 'obat', 'popok',
		'buku', 'pensil', 'tas-sekolah', 'barang'
	],
	craft: [
		'kerajinan', 'keranjang', 'tas', 'dompet', 'baju', 'gaun', 'celana', 'topi', 'sepatu', 'sandal', 'kain', 'benang', 'rajut', 'gerabah', 'mebel', 'kayu',
		'suvenir', 'bunga', 'boneka', 'gelang'
	],
	service: [
		'jahit', 'cukur', 'bengkel', 'servis-motor', 'tambal-ban', 'ojek', 'antar', 'cetak', 'salon', 'rias', 'tenda', 'katering', 'tukang', 'isi-ulang'
	],
	farm: ['ternak', 'ternak-ayam', 'bebek', 'kambing', 'sapi', 'domba', 'kelinci', 'bibit', 'tanaman', 'padi', 'lebah', 'pupuk', 'batu-bata']
} as const satisfies Record<GoodsKind, readonly string[]>; // prettier-ignore

export type GoodsPicture = (typeof names)[GoodsKind][number];

/** Every kind with its drawings, in the order in which one looks for them. */
export const goodsByKind: readonly (readonly [GoodsKind, readonly GoodsPicture[]])[] = [
	['staple', names.staple],
	['protein', names.protein],
	['vegetable', names.vegetable],
	['fruit', names.fruit],
	['spice', names.spice],
	['snack', names.snack],
	['drink', names.drink],
	['household', names.household],
	['craft', names.craft],
	['service', names.service],
	['farm', names.farm]
];

const kindOf = new Map(goodsByKind.flatMap(([kind, pictures]) => pictures.map((picture) => [picture, kind] as const)));
const known = new Map<string, GoodsPicture>(
	goodsByKind.flatMap(([, pictures]) => pictures.map((picture) => [picture, picture] as const))
);

/** A drawing's name from text that came from outside or from the database, or null when there is no such drawing. */
export function parseGoodsPicture(text: string | null | undefined): GoodsPicture | null {
	return known.get(text ?? '') ?? null;
}

/** Where the browser finds the drawing. */
export function goodsPicturePath(picture: GoodsPicture): string {
	return `/goods/${picture}.svg`;
}

/** The colour of the tile under the drawing. */
export function tileOf(picture: GoodsPicture): GoodsTile {
	return tiles[kindOf.get(picture) ?? 'household'];
}
