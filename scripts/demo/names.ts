/** Names of people as they are heard in Palu and in West Java; no one of the demo is a real person. */
import type { Chance } from './chance.ts';

/** Where a family's names come from. */
interface Naming {
	readonly women: readonly string[];
	readonly men: readonly string[];
	/** What may follow a first name. */
	readonly second: readonly string[];
}

const kaili: Naming = {
	women: words(
		'Nurhayati Asmawati Rahmatia Hasnawati Masita Nurlina Zaenab Mardiana Hadijah Fatma Ramla Sarifa Nuraeni Halima Nirwana Aswati Marhuma Samsinar Rosmini Yulianti Dahlia Saira Lisnawati Hajar Norma Arniati Suhartin Zulfia Nurjana Risnawati'
	),
	men: words(
		'Rizal Arifin Abdullah Mansyur Ridwan Hamzah Yasin Burhan Rusdin Idham Sahrul Moh.Amin Asrul Irfan Lukman Jufri Zainal Suaib Taslim Nasrun Darwis Rahmat Fadlun Hasan Usman Makmur'
	),
	second: words(
		'Lamarauna Lasimpo Labaso Lapalo Lamante Lahadi Tandju Yabi Dalimba Lawadang Tomalira Masuara Lasaka Pakaya Djalera Rumu Yojodolo Latopada Mangge Lagaga Larante Datupalinge Langgo Tahawila Sambulawa'
	)
};

const bugis: Naming = {
	women: words(
		'Besse|Nurlina Besse|Hasna Sitti|Aminah Sitti|Rahma Indo|Tuwo Hj.|Suharni Andi|Nurmi Hasnah Sitti|Maryam Rosdiana Nurbaya Hasriani Jumriani Besse|Tang Sitti|Saleha Hasmawati Nurmiati Daeng|Caya Sitti|Hawa Ramlah'
	),
	men: words(
		'Ambo|Tang Baso|Amir Daeng|Masiga Andi|Saharuddin Syamsuddin Muh.|Tahir Ambo|Upe Baharuddin Kamaruddin La|Tola Beddu Muh.|Yunus Sudirman Saharuddin Daeng|Matteru Nurdin Muh.|Arsyad Jamaluddin'
	),
	second: words('Dalle Mappa Tahang Saleng Ambo Lawi Pallawa Sennang Mare Cora Dg.Parani Kadir Rauf Hamid Beddu Latif')
};

const javanese: Naming = {
	women: words(
		'Sri|Wahyuni Sumiati Tukiyem Ngatini Sri|Lestari Suparmi Wagiyem Sulastri Endang|Rahayu Partini Sumarni Siti|Fatimah Painem Rukmini Sutinah Yuni|Astuti Murtini Wiwik|Handayani Tri|Puspita Sariyem'
	),
	men: words(
		'Sutrisno Slamet Paijo Suparman Wagiman Sugeng Mulyono Bambang Sukardi Joko|Susilo Tukiman Ngadiman Suwarno Sarjono Misdi Karno'
	),
	second: words('Santoso Widodo Rahardjo Utomo Prasetyo Riyadi Sudarmo Wibowo Setiawan Hartono')
};

const sundanese: Naming = {
	women: words(
		'Euis Neneng Iis Cucu Entin Kokom Rukmini Ai|Nurhayati Imas Yeti Nining Ikah Enok Teti Lilis Popon Eti Onih Aisah Titin Dedeh Ucu Yoyoh Elin Rohaeti Nani Yayah Mimin Omah'
	),
	men: words(
		'Asep Ujang Dadang Endang Cecep Yayan Agus Deden Tatang Udin Iwan Maman Engkos Nandang Aep Kosasih Oman Dedi Jajang Entis Wawan Usep Ade Ahmad Tarya Rohman'
	),
	second: words(
		'Suherman Rohayati Kurniasih Hidayat Sutisna Mulyati Supriatna Komariah Sobari Nurjanah Sukmana Wijaya Rusmana Hasanah Saepudin Kartika Permana Juariah Suryana Sumiati'
	)
};

/** Peoples who live beside each other, with their share of the families. */
type Mixture = readonly (readonly [Naming, number])[];

const mixtures = {
	palu: [
		[kaili, 5],
		[bugis, 3],
		[javanese, 2]
	],
	jabar: [
		[sundanese, 8],
		[javanese, 2]
	]
} as const satisfies Record<string, Mixture>;

export type Scale = keyof typeof mixtures;

const triesMax = 40;

/** Names without end, hardly ever twice the same; most members are women. */
export class Names {
	readonly #chance: Chance;
	readonly #mixture: Mixture;
	readonly #given = new Set<string>();

	constructor(scale: Scale, chance: Chance) {
		this.#mixture = mixtures[scale];
		this.#chance = chance;
	}

	next(): string {
		for (let tries = 0; tries < triesMax; tries++) {
			const name = this.#draw();
			if (this.#given.has(name)) continue;
			this.#given.add(name);
			return name;
		}
		return this.#draw();
	}

	#draw(): string {
		const [naming] = this.#chance.weighted(this.#mixture, ([, share]) => share);
		const first = this.#chance.pick(this.#chance.happens(0.7) ? naming.women : naming.men);
		return `${first} ${this.#chance.pick(naming.second)}`;
	}
}

/** Names from a line of text: a bar stands for a space within a name. */
function words(line: string): readonly string[] {
	return line.split(' ').map((word) => word.replaceAll('|', ' ').replaceAll(/\.(?=\w)/g, '. '));
}
