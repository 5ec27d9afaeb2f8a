/** Starter goods: seasoning, the pantry, cooked food, snacks and drinks. */
import { block, type Common, type StarterGood } from './starter-good.ts';

const grocers: Common['kinds'] = ['e-waroeng', 'sembako'];

const seasoning = [
	...block(
		{ kind: 'bought', category: 'spice', foodGroup: 'vitamins', isFresh: true, kinds: [...grocers, 'sayur', 'bumbu'] },
		[
			['bawang-merah', 'Bawang merah', 'bawang-merah', 'kg', 33_000, { kg: 40_000, ons: 4500 }],
			['bawang-putih', 'Bawang putih', 'bawang-putih', 'kg', 36_000, { kg: 43_000, ons: 4800 }],
			['jahe', 'Jahe', 'jahe', 'kg', 22_000, { kg: 30_000, ons: 3500 }],
			['kunyit', 'Kunyit', 'kunyit', 'kg', 12_000, { kg: 18_000, ons: 2000 }],
			['serai', 'Serai', 'serai', 'ikat', 1200, { ikat: 2000 }]
		]
	),
	...block({ kind: 'made', category: 'spice', foodGroup: null, isFresh: false, kinds: ['bawang-goreng', 'bumbu'] }, [
		['bawang-goreng-100', 'Bawang goreng Palu 100 g', 'bawang-goreng', 'bungkus', 17_500, { bungkus: 25_000 }],
		['bawang-goreng-250', 'Bawang goreng Palu 250 g', 'bawang-goreng', 'bungkus', 42_000, { bungkus: 58_000 }],
		['sambal-roa', 'Sambal roa botol', 'sambal', 'botol', 21_000, { botol: 32_000 }],
		['bumbu-halus', 'Bumbu dasar merah', 'kunyit', 'bungkus', 4500, { bungkus: 7000 }]
	]),
	...block({ kind: 'made', category: 'staple', foodGroup: null, isFresh: false, kinds: ['garam'] }, [
		['garam-talise', 'Garam Talise', 'garam', 'kg', 3000, { kg: 5000, karung: [25_000, 105_000] }]
	])
];

const pantry = block({ kind: 'bought', category: 'staple', foodGroup: null, isFresh: false, kinds: grocers }, [
	['minyak-goreng', 'Minyak goreng', 'minyak', 'liter', 17_800, { liter: 19_500, botol: [2000, 38_500] }],
	['gula-pasir', 'Gula pasir', 'gula', 'kg', 17_000, { kg: 18_500, ons: 2000 }],
	['gula-merah', 'Gula merah', 'gula-merah', 'biji', 6500, { biji: 8000 }],
	['garam', 'Garam halus', 'garam', 'bungkus', 2200, { bungkus: 3000 }],
	['tepung-terigu', 'Tepung terigu', 'tepung', 'kg', 11_200, { kg: 13_000 }],
	['tepung-beras', 'Tepung beras', 'tepung', 'bungkus', 7200, { bungkus: 8500 }],
	['mi-instan', 'Mi instan goreng', 'mi', 'bungkus', 2950, { bungkus: 3500, dus: [40_000, 128_000] }],
	['ikan-kaleng', 'Ikan sarden kaleng', 'ikan-kaleng', 'kaleng', 10_800, { kaleng: 12_500 }],
	['kecap', 'Kecap manis', 'kecap', 'botol', 10_500, { botol: 12_500 }],
	['santan', 'Santan kemasan', 'santan', 'bungkus', 3400, { bungkus: 4500 }]
]);

const cooked = block(
	{ kind: 'made', category: 'meal', foodGroup: null, isFresh: false, kinds: ['warung-makan', 'katering'] },
	[
		['nasi-kuning', 'Nasi kuning', 'nasi-kuning', 'bungkus', 6800, { bungkus: 10_000 }],
		['nasi-ikan', 'Nasi bungkus ikan', 'nasi-bungkus', 'bungkus', 10_500, { bungkus: 15_000 }],
		['kaledo', 'Kaledo', 'soto', 'porsi', 31_000, { porsi: 45_000 }],
		['soto-ayam', 'Soto ayam', 'soto', 'porsi', 10_000, { porsi: 15_000 }],
		['bubur-ayam', 'Bubur ayam', 'bubur', 'porsi', 6500, { porsi: 10_000 }],
		['bakso', 'Bakso', 'bakso', 'porsi', 10_000, { porsi: 15_000 }],
		['nasi-kotak', 'Nasi kotak rapat', 'katering', 'kotak', 18_500, { kotak: 27_500 }],
		['kue-kotak', 'Kue kotak isi tiga', 'katering', 'kotak', 8200, { kotak: 12_500 }]
	]
);

const snacks = [
	...block(
		{ kind: 'made', category: 'snack', foodGroup: null, isFresh: false, kinds: ['kue', 'roti', 'warung-makan'] },
		[
			['kue-lapis', 'Kue lapis', 'kue', 'potong', 1200, { potong: 2000 }],
			['onde-onde', 'Onde-onde', 'kue', 'buah', 900, { buah: 1500 }],
			['lalampa', 'Lalampa', 'lontong', 'buah', 1700, { buah: 2500 }],
			['pisang-goreng', 'Pisang goreng', 'pisang-goreng', 'buah', 850, { buah: 1500 }],
			['donat', 'Donat', 'donat', 'buah', 1200, { buah: 2000 }],
			['roti-manis', 'Roti manis', 'roti', 'buah', 2000, { buah: 3000 }],
			['bolu', 'Bolu pandan', 'bolu', 'loyang', 31_000, { loyang: 45_000, potong: [100, 5000] }],
			['kue-kering', 'Kue kering nastar', 'kue-kering', 'toples', 44_000, { toples: 60_000 }]
		]
	),
	...block({ kind: 'made', category: 'snack', foodGroup: null, isFresh: false, kinds: ['keripik'] }, [
		['keripik-pisang', 'Keripik pisang', 'keripik', 'bungkus', 6800, { bungkus: 10_000 }],
		['keripik-singkong', 'Keripik singkong pedas', 'keripik', 'bungkus', 5200, { bungkus: 8000 }],
		['kerupuk', 'Kerupuk ikan', 'kerupuk', 'bungkus', 3400, { bungkus: 5000 }]
	])
];

const kept = [
	...block(
		{
			kind: 'made',
			category: 'animal',
			foodGroup: 'animal-protein',
			isFresh: false,
			kinds: ['telur-asin', 'ternak-bebek']
		},
		[['telur-asin', 'Telur asin', 'telur-asin', 'butir', 3200, { butir: 4500 }]]
	),
	...block(
		{
			kind: 'made',
			category: 'animal',
			foodGroup: 'animal-protein',
			isFresh: false,
			kinds: ['ikan-asin', 'abon', 'ikan']
		},
		[
			['ikan-asin', 'Ikan asin', 'ikan-asin', 'kg', 50_000, { kg: 64_000, ons: 7000 }],
			['abon-ikan', 'Abon ikan cakalang', 'abon', 'bungkus', 19_000, { bungkus: 28_000 }]
		]
	),
	...block({ kind: 'made', category: 'drink', foodGroup: null, isFresh: false, kinds: ['madu'] }, [
		['madu', 'Madu hutan', 'madu', 'botol', 65_000, { botol: 90_000 }]
	])
];

const drinks = [
	...block(
		{ kind: 'made', category: 'drink', foodGroup: null, isFresh: false, kinds: ['minuman', 'kopi', 'warung-makan'] },
		[
			['kopi-hitam', 'Kopi hitam', 'kopi', 'gelas', 2500, { gelas: 5000 }],
			['es-teh', 'Es teh manis', 'teh', 'gelas', 1800, { gelas: 4000 }],
			['jus-alpukat', 'Jus alpukat', 'jus', 'gelas', 7000, { gelas: 12_000 }],
			['es-campur', 'Es campur', 'es', 'gelas', 6500, { gelas: 10_000 }],
			['jamu', 'Jamu kunyit asam', 'jamu', 'botol', 5500, { botol: 10_000 }],
			['kopi-bubuk', 'Kopi bubuk Kulawi', 'kopi-bubuk', 'bungkus', 17_000, { bungkus: 25_000 }]
		]
	),
	...block({ kind: 'bought', category: 'drink', foodGroup: null, isFresh: false, kinds: grocers }, [
		['teh-celup', 'Teh celup', 'teh', 'kotak', 6500, { kotak: 8000 }],
		['susu-kental', 'Susu kental manis', 'susu-kental', 'kaleng', 11_800, { kaleng: 13_500 }],
		['air-botol', 'Air minum botol', 'air-botol', 'botol', 2600, { botol: 4000, dus: [24_000, 72_000] }]
	]),
	...block({ kind: 'made', category: 'drink', foodGroup: null, isFresh: false, kinds: ['isi-ulang'] }, [
		['air-galon', 'Air isi ulang', 'air-galon', 'galon', 2500, { galon: 6000 }]
	])
];

export const pantryGoods: readonly StarterGood[] = [...seasoning, ...pantry, ...cooked, ...snacks, ...kept, ...drinks];
