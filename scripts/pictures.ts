/**
 * Writes the drawings of goods that come from the Fluent Emoji set (flat, MIT) into `static/goods`, and the icons of the app
 * from `static/icon.svg`. What the set lacks is drawn by hand in the same folder and stays as it is.
 * Run by hand after a change of the list: `node scripts/pictures.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import * as v from 'valibot';
import type { GoodsPicture } from '../src/lib/look/goods-pictures.ts';

/** What people call the goods here, and the drawing of the set that shows them. */
const sources: Partial<Record<GoodsPicture, string>> = {
	nasi: 'cooked-rice', jagung: 'ear-of-corn', ubi: 'roasted-sweet-potato', kentang: 'potato', garam: 'salt', 'kacang-tanah': 'peanuts',
	'kacang-merah': 'beans', telur: 'egg', 'telur-puyuh': 'nest-with-eggs', ayam: 'poultry-leg', daging: 'cut-of-meat',
	iga: 'meat-on-bone', ikan: 'fish', 'ikan-kaleng': 'canned-food', udang: 'shrimp', cumi: 'squid', kepiting: 'crab', sawi: 'leafy-green',
	wortel: 'carrot', tomat: 'tomato', timun: 'cucumber', terung: 'eggplant', brokoli: 'broccoli', buncis: 'pea-pod', paprika: 'bell-pepper',
	jamur: 'brown-mushroom', sayur: 'green-salad', pisang: 'banana', jeruk: 'tangerine', mangga: 'mango', nanas: 'pineapple', semangka: 'watermelon',
	melon: 'melon', kelapa: 'coconut', apel: 'red-apple', anggur: 'grapes', alpukat: 'avocado', 'jeruk-nipis': 'lime', stroberi: 'strawberry',
	pir: 'pear', cabai: 'hot-pepper', 'bawang-putih': 'garlic', 'bawang-bombai': 'onion', jahe: 'ginger-root', daun: 'herb', kue: 'cupcake',
	'kue-kering': 'cookie', roti: 'bread', donat: 'doughnut', bolu: 'birthday-cake', lontong: 'tamale', 'nasi-bungkus': 'bento-box',
	'nasi-kuning': 'curry-rice', bubur: 'bowl-with-spoon', soto: 'pot-of-food', bakso: 'steaming-bowl', 'es-krim': 'ice-cream', permen: 'candy',
	cokelat: 'chocolate-bar', madu: 'honey-pot', kopi: 'hot-beverage', teh: 'teacup-without-handle', susu: 'glass-of-milk', jus: 'beverage-box',
	es: 'cup-with-straw', sabun: 'soap', sampo: 'lotion-bottle', 'sikat-gigi': 'toothbrush', tisu: 'roll-of-paper', sapu: 'broom', ember: 'bucket',
	spons: 'sponge', lilin: 'candle', lampu: 'light-bulb', baterai: 'battery', pulsa: 'mobile-phone', payung: 'umbrella', obat: 'pill',
	popok: 'baby-bottle', buku: 'notebook', pensil: 'pencil', 'tas-sekolah': 'backpack', barang: 'package',
	keranjang: 'basket', tas: 'handbag', dompet: 'purse', baju: 't-shirt', gaun: 'dress', celana: 'jeans', topi: 'womans-hat', sepatu: 'running-shoe',
	sandal: 'thong-sandal', benang: 'thread', rajut: 'yarn', gerabah: 'amphora', mebel: 'chair', kayu: 'wood', suvenir: 'wrapped-gift',
	bunga: 'bouquet', boneka: 'teddy-bear', gelang: 'prayer-beads', jahit: 'sewing-needle', cukur: 'barber-pole', bengkel: 'wrench',
	'servis-motor': 'motorcycle', 'tambal-ban': 'wheel', ojek: 'motor-scooter', antar: 'delivery-truck', cetak: 'printer', salon: 'scissors',
	rias: 'lipstick', tenda: 'tent', katering: 'cooking', tukang: 'hammer', 'isi-ulang': 'droplet', ternak: 'cow', 'ternak-ayam': 'rooster',
	bebek: 'duck', kambing: 'goat', sapi: 'ox', domba: 'ewe', kelinci: 'rabbit', bibit: 'seedling', tanaman: 'potted-plant', padi: 'sheaf-of-rice',
	lebah: 'honeybee', 'batu-bata': 'brick'
}; // prettier-ignore

const IconSet = v.object({ icons: v.record(v.string(), v.object({ body: v.string() })) });

const require = createRequire(import.meta.url);
const folder = new URL('../static/', import.meta.url);

function writeGoods(): number {
	const set = v.parse(
		IconSet,
		JSON.parse(readFileSync(require.resolve('@iconify-json/fluent-emoji-flat/icons.json'), 'utf8'))
	);
	for (const [name, source] of Object.entries(sources)) {
		const icon = set.icons[source];
		if (icon === undefined) throw new Error(`The set has no drawing “${source}” for ${name}.`);
		writeFileSync(new URL(`goods/${name}.svg`, folder), drawing(icon.body));
	}
	return Object.keys(sources).length;
}

/** A whole SVG around the body of an icon, its coordinates cut to hundredths of a pixel. */
function drawing(body: string): string {
	const short = body.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${short}</svg>\n`;
}

/** The icons of the app: rounded as drawn, and filled to the edge for phones that cut their own shape. */
async function writeIcons(): Promise<void> {
	const icon = readFileSync(new URL('icon.svg', folder), 'utf8');
	const filled = Buffer.from(
		icon
			.replace(/ rx="\d+"/, '')
			.replace('viewBox="0 0 48 48"', 'viewBox="-6 -6 60 60"')
			.replace(/<rect[^>]*width="48" height="48"/, '<rect x="-6" y="-6" width="60" height="60"')
	);
	for (const edge of [192, 512]) {
		await sharp(Buffer.from(icon), { density: 96 * (edge / 48) }).resize(edge).png({ palette: true }).toFile(path(`icon-${edge}.png`)); // prettier-ignore
		await sharp(filled, { density: 96 * (edge / 48) }).resize(edge).png({ palette: true }).toFile(path(`icon-maskable-${edge}.png`)); // prettier-ignore
	}
	writeFileSync(
		new URL('favicon.ico', folder),
		asIco(await sharp(Buffer.from(icon), { density: 192 }).resize(32).png().toBuffer())
	);
}

function path(name: string): string {
	return new URL(name, folder).pathname;
}

/** One PNG of 32 × 32 in the envelope of an ICO file. */
function asIco(png: Buffer): Buffer {
	const head = Buffer.alloc(22);
	head.writeUInt16LE(1, 2);
	head.writeUInt16LE(1, 4);
	head.set([32, 32, 0, 0, 1, 0, 32, 0], 6);
	head.writeUInt32LE(png.length, 14);
	head.writeUInt32LE(head.length, 18);
	return Buffer.concat([head, png]);
}

const written = writeGoods();
await writeIcons();
console.log(`${written} drawings of goods and the icons of the app are in static/.`);
