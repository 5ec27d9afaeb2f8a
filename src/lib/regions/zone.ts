/** The zone of each province: Indonesia's hours follow provinces (Keppres 41/1987, and the provinces founded since). */
import { assert } from '#lib/kernel/assert.ts';
import type { Zone } from '#lib/kernel/day.ts';

const provinces: Readonly<Record<Zone, readonly string[]>> = {
	'Asia/Jakarta': [
		'11', '12', '13', '14', '15', '16', '17', '18', '19', '21', // Sumatra and its islands
		'31', '32', '33', '34', '35', '36', // Java
		'61', '62' // West and Central Kalimantan
	],
	'Asia/Makassar': [
		'51', '52', '53', // Bali and Nusa Tenggara
		'63', '64', '65', // South, East and North Kalimantan
		'71', '72', '73', '74', '75', '76' // Sulawesi
	],
	'Asia/Jayapura': ['81', '82', '91', '92', '93', '94', '95', '96'] // Maluku and Papua
}; // prettier-ignore

const zoneOfProvince = new Map(
	(Object.keys(provinces) as Zone[]).flatMap((zone) => provinces[zone].map((code) => [code, zone] as const))
);

/** The zone of the province in which a region lies; a province that is not known here is a Bug. */
export function zoneOf(code: string): Zone {
	const zone = zoneOfProvince.get(code.slice(0, 2));
	assert(zone !== undefined, `province ${code.slice(0, 2)} has no zone here`);
	return zone;
}
