/** Starter goods: the household, crafts, clothing, the farm, and services. */
import { block, type Common, type StarterGood } from './starter-good.ts';

const notFood = { foodGroup: null, isFresh: false } as const;

const household = [
	...block({ ...notFood, kind: 'bought', category: 'household', kinds: ['e-waroeng', 'sembako'] }, [
		['sabun-mandi', 'Sabun mandi', 'sabun', 'biji', 3700, { biji: 4500 }],
		['deterjen', 'Deterjen bubuk', 'deterjen', 'bungkus', 10_500, { bungkus: 12_500 }],
		['sampo', 'Sampo sachet', 'sampo', 'sachet', 800, { sachet: 1000 }],
		['sikat-gigi', 'Sikat gigi', 'sikat-gigi', 'buah', 4000, { buah: 5500 }],
		['tisu', 'Tisu', 'tisu', 'bungkus', 7800, { bungkus: 10_000 }],
		['buku-tulis', 'Buku tulis', 'buku', 'buah', 3600, { buah: 5000, lusin: 55_000 }],
		['lilin', 'Lilin', 'lilin', 'bungkus', 9000, { bungkus: 12_000 }]
	]),
	...block({ ...notFood, kind: 'bought', category: 'household', kinds: ['gas', 'sembako'] }, [
		['gas-3kg', 'Gas elpiji 3 kg', 'gas', 'tabung', 19_000, { tabung: 22_000 }]
	]),
	...block({ ...notFood, kind: 'made', category: 'household', kinds: ['sabun', 'kerajinan', 'daur-ulang'] }, [
		['sabun-cuci-piring', 'Sabun cuci piring', 'spons', 'botol', 6500, { botol: 10_000, jeriken: [10_000, 90_000] }],
		['sapu-ijuk', 'Sapu ijuk', 'sapu', 'buah', 13_000, { buah: 20_000 }],
		['keset', 'Keset kain perca', 'kain', 'lembar', 7000, { lembar: 12_000 }]
	])
];

const crafts = [
	...block({ ...notFood, kind: 'made', category: 'craft', kinds: ['kerajinan', 'anyaman', 'daur-ulang'] }, [
		['keranjang-rotan', 'Keranjang rotan', 'keranjang', 'buah', 48_000, { buah: 75_000 }],
		['tas-anyaman', 'Tas anyaman', 'tas', 'buah', 55_000, { buah: 85_000 }],
		['tudung-saji', 'Tudung saji anyaman', 'kerajinan', 'buah', 32_000, { buah: 50_000 }],
		['dompet', 'Dompet kain', 'dompet', 'buah', 16_000, { buah: 25_000 }],
		['gelang', 'Gelang kayu hitam', 'gelang', 'buah', 20_000, { buah: 35_000 }],
		['suvenir', 'Suvenir pernikahan', 'suvenir', 'buah', 3200, { buah: 5000, lusin: 57_000 }],
		['bunga-hias', 'Bunga hias plastik daur ulang', 'bunga', 'pot', 18_000, { pot: 30_000 }]
	]),
	...block({ ...notFood, kind: 'made', category: 'craft', kinds: ['mebel'] }, [
		['kursi-rotan', 'Kursi rotan', 'mebel', 'buah', 260_000, { buah: 375_000, set: [4000, 1_450_000] }],
		['rak-kayu', 'Rak kayu', 'kayu', 'buah', 175_000, { buah: 260_000 }]
	])
];

const clothing = [
	...block({ ...notFood, kind: 'made', category: 'clothing', kinds: ['tenun'] }, [
		['tenun-donggala', 'Kain tenun Donggala', 'kain', 'lembar', 260_000, { lembar: 375_000 }],
		['sarung-donggala', 'Sarung Donggala', 'kain', 'lembar', 310_000, { lembar: 450_000 }]
	]),
	...block({ ...notFood, kind: 'made', category: 'clothing', kinds: ['jahit', 'rajut'] }, [
		['daster', 'Daster', 'gaun', 'buah', 45_000, { buah: 65_000 }],
		['seragam', 'Seragam sekolah', 'baju', 'set', 105_000, { set: 150_000 }],
		['mukena', 'Mukena', 'baju', 'set', 120_000, { set: 175_000 }],
		['topi-rajut', 'Topi rajut', 'topi', 'buah', 22_000, { buah: 35_000 }]
	])
];

const farm = [
	...block({ ...notFood, kind: 'made', category: 'farm', kinds: ['bibit', 'pupuk', 'kebun'] }, [
		['bibit-cabai', 'Bibit cabai', 'bibit', 'pot', 1300, { pot: 2500 }],
		['tanaman-hias', 'Tanaman hias', 'tanaman', 'pot', 14_000, { pot: 25_000 }],
		['kompos', 'Pupuk kompos', 'pupuk', 'karung', 15_000, { karung: 25_000 }]
	]),
	...block({ ...notFood, kind: 'made', category: 'farm', kinds: ['ternak-ayam', 'ternak-kambing', 'ternak-sapi'] }, [
		['anak-ayam', 'Anak ayam', 'ternak-ayam', 'ekor', 6500, { ekor: 9500 }],
		['kambing', 'Kambing', 'kambing', 'ekor', 1_750_000, { ekor: 2_300_000 }],
		['sapi', 'Sapi bakalan', 'sapi', 'ekor', 9_500_000, { ekor: 11_500_000 }]
	]),
	...block({ ...notFood, kind: 'made', category: 'other', kinds: ['batu-bata'] }, [
		['batu-bata', 'Batu bata merah', 'batu-bata', 'buah', 620, { buah: 900 }]
	])
];

const services = (kinds: Common['kinds']): Common => ({ ...notFood, kind: 'service', category: 'service', kinds });

const service = [
	...block(services(['jahit']), [
		['jahit-baju', 'Jahit baju', 'jahit', 'potong', 0, { potong: 85_000 }],
		['permak', 'Permak celana', 'celana', 'potong', 0, { potong: 15_000 }]
	]),
	...block(services(['cukur', 'salon']), [
		['cukur', 'Cukur rambut', 'cukur', 'orang', 0, { orang: 15_000 }],
		['potong-rambut', 'Potong rambut wanita', 'salon', 'orang', 0, { orang: 25_000 }],
		['rias', 'Rias wajah', 'rias', 'orang', 0, { orang: 150_000 }]
	]),
	...block(services(['bengkel', 'cuci-motor']), [
		['servis-motor', 'Servis motor', 'servis-motor', 'kali', 0, { kali: 45_000 }],
		['tambal-ban', 'Tambal ban', 'tambal-ban', 'kali', 0, { kali: 12_000 }],
		['cuci-motor', 'Cuci motor', 'bengkel', 'kali', 0, { kali: 15_000 }]
	]),
	...block(services(['laundry']), [['laundry', 'Cuci setrika', 'deterjen', 'kg', 0, { kg: 7000 }]]),
	...block(services(['ojek']), [['ojek', 'Antar barang dekat', 'ojek', 'kali', 0, { kali: 10_000 }]]),
	...block(services(['cetak']), [
		['fotokopi', 'Fotokopi', 'cetak', 'lembar', 0, { lembar: 500 }],
		['cetak-undangan', 'Cetak undangan', 'cetak', 'lembar', 0, { lembar: 2500 }]
	]),
	...block(services(['sewa-tenda']), [['sewa-tenda', 'Sewa tenda', 'tenda', 'hari', 0, { hari: 350_000 }]]),
	...block(services(['tukang', 'mebel']), [['tukang', 'Tukang harian', 'tukang', 'hari', 0, { hari: 160_000 }]])
];

export const craftGoods: readonly StarterGood[] = [...household, ...crafts, ...clothing, ...farm, ...service];
