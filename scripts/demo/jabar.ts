/** 756 Kube over the 27 regencies and cities of West Java, for seeing how a province feels: 28 in each, 90 days of sales. */
import type { Reader } from '#lib/db/open.server.ts';
import type { KindKey } from '#lib/groups/kinds.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Chance } from './chance.ts';
import type { GroupPlan } from './plan.ts';

const jabarProvince = '32';
const groupsPerRegency = 28;
const days = 90;
/** Of the 28 groups of a regency, those that are e-waroeng. */
const shopsPerRegency = 8;
/** Events that a till sends at once. */
const gathers = 50;

const names =
	'Melati|Mawar|Anggrek|Kenanga|Cempaka|Dahlia|Teratai|Flamboyan|Seruni|Kemuning|Sauyunan|Sabilulungan|Gotong Royong|Mekar Wangi|Mekar Mukti|Mekar Jaya|Sugih Mukti|Sri Rahayu|Harapan Jaya|Karya Mandiri|Sinar Harapan|Bina Sejahtera|Tunas Muda|Sejahtera Bersama|Barokah|Rahayu|Cahaya Ibu|Tani Mukti'.split(
		'|'
	);

const trades: readonly (readonly KindKey[])[] = [
	['kue', 'roti'],
	['warung-makan'],
	['katering', 'kue'],
	['sayur'],
	['buah', 'kebun'],
	['tahu-tempe'],
	['keripik'],
	['jahit'],
	['anyaman', 'kerajinan'],
	['ternak-ayam'],
	['budidaya-ikan'],
	['minuman'],
	['laundry'],
	['salon'],
	['isi-ulang'],
	['telur-asin', 'ternak-bebek']
];

interface Village {
	readonly code: string;
	readonly name: string;
}

/** The plan over the villages that are in the database, the same for the same seed. */
export async function jabarPlan(reader: Reader, chance: Chance): Promise<GroupPlan[]> {
	const villages = await reader
		.selectFrom('region')
		.select(['code', 'name'])
		.where('level', '=', 4)
		.where('code', 'like', `${jabarProvince}.%`)
		.orderBy('code')
		.execute();
	const regencies = Map.groupBy(villages, ({ code }) => code.slice(0, 5));
	return [...regencies.entries()].flatMap(([regency, inside]) => groupsIn(inside, chance.of(regency)));
}

function groupsIn(villages: readonly Village[], chance: Chance): GroupPlan[] {
	const chosen = chance.shuffled(villages).slice(0, groupsPerRegency);
	return chance.shuffled(names).map((name, index) => {
		const village = present(chosen[index % chosen.length], 'a village');
		const kinds = index < shopsPerRegency ? (['e-waroeng'] as const) : chance.pick(trades);
		return {
			name: `Kube ${name} ${village.name}`,
			villageCode: village.code,
			address: `RT ${chance.between(1, 6)} RW ${chance.between(1, 12)}`,
			main: present(kinds[0], 'a kind'),
			others: kinds.slice(1),
			isShop: index < shopsPerRegency,
			life: 'steady',
			founded: days + chance.between(20, 900),
			trade: {
				from: days - 1,
				until: 0,
				opens: 0.9,
				sales: [2, 6],
				basket: chance.between(11_000, 22_000),
				aidDay: null,
				gathers
			}
		};
	});
}
