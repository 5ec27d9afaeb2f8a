/** Starter goods: fresh food. Prices as on Palu's markets in late 2026; rice under the ceilings of zone 1 (domain E15). */
import { block, type Common, type StarterGood } from './starter-good.ts';

const grocers: Common['kinds'] = ['e-waroeng', 'sembako'];
const greengrocers: Common['kinds'] = ['e-waroeng', 'sembako', 'sayur'];

const carbohydrates = block(
	{ kind: 'bought', category: 'staple', foodGroup: 'carbohydrate', isFresh: true, kinds: grocers },
	[
		[
			'beras-medium',
			'Beras medium',
			'beras',
			'kg',
			12_600,
			{ kg: 13_500, liter: [800, 10_800], karung: [25_000, 332_000] }
		],
		['beras-premium', 'Beras premium', 'beras', 'kg', 13_900, { kg: 14_900, karung: [10_000, 146_000] }],
		['jagung-pipil', 'Jagung pipil', 'jagung', 'kg', 6500, { kg: 8000 }],
		['singkong', 'Singkong', 'singkong', 'kg', 4000, { kg: 6000, tumpuk: [1500, 9000] }],
		['ubi-jalar', 'Ubi jalar', 'ubi', 'kg', 6000, { kg: 8500 }],
		['kentang', 'Kentang', 'kentang', 'kg', 14_500, { kg: 18_000, ons: 2000 }],
		['sagu', 'Sagu', 'tepung', 'kg', 9500, { kg: 12_500 }]
	]
);

const eggsAndMeat = block(
	{ kind: 'bought', category: 'animal', foodGroup: 'animal-protein', isFresh: true, kinds: grocers },
	[
		['telur-ayam', 'Telur ayam', 'telur', 'butir', 1850, { butir: 2200, rak: 58_500, kg: [16_000, 33_500] }],
		['telur-bebek', 'Telur bebek', 'telur', 'butir', 2900, { butir: 3500 }],
		['telur-puyuh', 'Telur puyuh', 'telur-puyuh', 'butir', 380, { butir: 500, bungkus: [10_000, 4500] }],
		['ayam-potong', 'Ayam potong', 'ayam', 'kg', 33_000, { kg: 38_000, ekor: [1200, 45_000] }],
		['daging-sapi', 'Daging sapi', 'daging', 'kg', 118_000, { kg: 130_000, ons: 13_500 }],
		['iga-sapi', 'Tulang iga sapi', 'iga', 'kg', 82_000, { kg: 95_000 }]
	]
);

const fish = block(
	{
		kind: 'bought',
		category: 'animal',
		foodGroup: 'animal-protein',
		isFresh: true,
		kinds: ['e-waroeng', 'ikan', 'sembako']
	},
	[
		['ikan-bandeng', 'Ikan bandeng', 'ikan', 'kg', 28_000, { kg: 35_000 }],
		['ikan-cakalang', 'Ikan cakalang', 'ikan', 'ekor', 19_500, { ekor: 25_000 }],
		['ikan-kembung', 'Ikan kembung', 'ikan', 'kg', 27_000, { kg: 34_000, tumpuk: [500, 18_000] }],
		['ikan-rono', 'Ikan rono', 'ikan', 'tumpuk', 7500, { tumpuk: 10_000 }],
		['udang', 'Udang', 'udang', 'kg', 62_000, { kg: 75_000 }],
		['cumi', 'Cumi-cumi', 'cumi', 'kg', 52_000, { kg: 63_000 }],
		['kepiting', 'Kepiting', 'kepiting', 'kg', 70_000, { kg: 88_000 }]
	]
);

const farmed = [
	...block({ kind: 'made', category: 'animal', foodGroup: 'animal-protein', isFresh: true, kinds: ['budidaya-ikan'] }, [
		['ikan-nila', 'Ikan nila', 'ikan', 'kg', 29_000, { kg: 38_000 }],
		['ikan-lele', 'Ikan lele', 'ikan', 'kg', 22_000, { kg: 30_000 }]
	]),
	...block(
		{
			kind: 'made',
			category: 'animal',
			foodGroup: 'animal-protein',
			isFresh: true,
			kinds: ['ternak-ayam', 'ternak-bebek']
		},
		[
			['ayam-kampung', 'Ayam kampung', 'ternak-ayam', 'ekor', 58_000, { ekor: 75_000 }],
			['telur-kampung', 'Telur ayam kampung', 'telur', 'butir', 2100, { butir: 3000 }],
			['bebek', 'Bebek pedaging', 'bebek', 'ekor', 55_000, { ekor: 72_000 }]
		]
	)
];

const plantProtein = block(
	{ kind: 'bought', category: 'plant', foodGroup: 'plant-protein', isFresh: true, kinds: [...grocers, 'tahu-tempe'] },
	[
		['tempe', 'Tempe', 'tempe', 'papan', 4500, { papan: 6000 }],
		['tahu', 'Tahu putih', 'tahu', 'potong', 700, { potong: 1000, bungkus: [10_000, 9000] }],
		['kacang-tanah', 'Kacang tanah', 'kacang-tanah', 'kg', 23_500, { kg: 28_000, ons: 3000 }],
		['kacang-hijau', 'Kacang hijau', 'kacang-merah', 'kg', 20_000, { kg: 24_000, ons: 2600 }],
		['kacang-merah', 'Kacang merah', 'kacang-merah', 'kg', 25_000, { kg: 30_000 }]
	]
);

const vegetables = block(
	{ kind: 'bought', category: 'vegetable', foodGroup: 'vitamins', isFresh: true, kinds: greengrocers },
	[
		['bayam', 'Bayam', 'bayam', 'ikat', 2000, { ikat: 3000 }],
		['kangkung', 'Kangkung', 'kangkung', 'ikat', 2000, { ikat: 3000 }],
		['sawi', 'Sawi', 'sawi', 'ikat', 3500, { ikat: 5000 }],
		['daun-kelor', 'Daun kelor', 'daun', 'ikat', 1500, { ikat: 3000 }],
		['wortel', 'Wortel', 'wortel', 'kg', 14_000, { kg: 18_000, ons: 2000 }],
		['tomat', 'Tomat', 'tomat', 'kg', 11_000, { kg: 15_000, tumpuk: [500, 8000] }],
		['timun', 'Timun', 'timun', 'kg', 7500, { kg: 10_000 }],
		['terung', 'Terung', 'terung', 'kg', 8500, { kg: 12_000 }],
		['kol', 'Kol', 'kol', 'kg', 9000, { kg: 12_000 }],
		['buncis', 'Buncis', 'buncis', 'kg', 16_000, { kg: 20_000 }],
		['kacang-panjang', 'Kacang panjang', 'kacang-panjang', 'ikat', 3500, { ikat: 5000 }],
		['labu-siam', 'Labu siam', 'labu', 'buah', 3500, { buah: 5000 }],
		['jamur-tiram', 'Jamur tiram', 'jamur', 'kg', 27_000, { kg: 35_000, ons: 4000 }],
		['daun-bawang', 'Daun bawang', 'daun-bawang', 'ikat', 2500, { ikat: 4000 }],
		['cabai-rawit', 'Cabai rawit', 'cabai-rawit', 'kg', 51_000, { kg: 60_000, ons: 6500 }],
		['cabai-merah', 'Cabai merah keriting', 'cabai', 'kg', 38_000, { kg: 46_000, ons: 5000 }]
	]
);

const fruit = block(
	{ kind: 'bought', category: 'fruit', foodGroup: 'vitamins', isFresh: true, kinds: ['e-waroeng', 'buah', 'kebun'] },
	[
		['pisang-kepok', 'Pisang kepok', 'pisang', 'sisir', 10_000, { sisir: 14_000, tandan: [7000, 85_000] }],
		['pisang-raja', 'Pisang raja', 'pisang', 'sisir', 13_500, { sisir: 18_000 }],
		['jeruk', 'Jeruk', 'jeruk', 'kg', 20_000, { kg: 25_000 }],
		['mangga', 'Mangga', 'mangga', 'kg', 15_000, { kg: 20_000 }],
		['pepaya', 'Pepaya', 'pepaya', 'buah', 8500, { buah: 12_000 }],
		['nanas', 'Nanas', 'nanas', 'buah', 7000, { buah: 10_000 }],
		['semangka', 'Semangka', 'semangka', 'kg', 5500, { kg: 8000 }],
		['alpukat', 'Alpukat', 'alpukat', 'kg', 19_000, { kg: 25_000 }],
		['salak', 'Salak', 'salak', 'kg', 13_500, { kg: 18_000 }],
		['rambutan', 'Rambutan', 'rambutan', 'ikat', 7000, { ikat: 10_000 }],
		['jeruk-nipis', 'Jeruk nipis', 'jeruk-nipis', 'kg', 11_000, { kg: 16_000, ons: 2000 }],
		['kelapa', 'Kelapa tua', 'kelapa', 'buah', 5000, { buah: 7000 }]
	]
);

export const freshGoods: readonly StarterGood[] = [
	...carbohydrates, ...eggsAndMeat, ...fish, ...farmed, ...plantProtein, ...vegetables, ...fruit
]; // prettier-ignore
