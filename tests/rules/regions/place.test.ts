/** Places by their codes: what lies in what, how near two are, which zone they keep. */
import { getProvinces } from 'idn-area-data';
import { expect, test } from 'vitest';
import { zoneName } from '#lib/kernel/day.ts';
import { pathText } from '#lib/regions/path.ts';
import { distance, isRegionCode, isWithin, levelOf, nearness, parentOf, upward } from '#lib/regions/place.ts';
import { zoneOf } from '#lib/regions/zone.ts';

const lasoani = '72.71.08.1005';

test.each([
	['72', true],
	['72.71', true],
	['72.71.08', true],
	[lasoani, true],
	['', false],
	['7', false],
	['72.', false],
	['72.71.08.10', false],
	['7271081005', false],
	["72' or '1'='1", false]
])('%j is a code: %s', (text, isCode) => {
	expect(isRegionCode(text)).toBe(isCode);
});

test('a code tells its level and what is above it', () => {
	expect([levelOf('72'), levelOf(lasoani)]).toEqual([1, 4]);
	expect(parentOf(lasoani)).toBe('72.71.08');
	expect(parentOf('72')).toBeNull();
	expect(upward(lasoani)).toEqual([lasoani, '72.71.08', '72.71', '72']);
});

test.each([
	[lasoani, '72.71', true],
	[lasoani, lasoani, true],
	[lasoani, '', true],
	['72.71', lasoani, false],
	['72.7', '72.71', false],
	['72.71', '72.7', false]
])('%s lies in %j: %s', (code, ancestor, lies) => {
	expect(isWithin(code, ancestor)).toBe(lies);
});

test.each([
	[lasoani, 'village', 0],
	['72.71.08.1006', 'district', 1],
	['72.71.01.1001', 'regency', 2],
	['72.10.01.2001', 'province', 3],
	['32.73.01.1001', 'country', 4]
] as const)('from Lasoani to %s it is the same %s', (other, near, far) => {
	expect(nearness(lasoani, other)).toBe(near);
	expect(nearness(other, lasoani)).toBe(near);
	expect(distance(lasoani, other)).toBe(far);
});

test('an address names the kelurahan or desa, the kecamatan, the city, the province', () => {
	expect(pathText(lasoani, ['Lasoani', 'Mantikulore', 'Kota Palu', 'Sulawesi Tengah'])).toBe(
		'Kelurahan Lasoani, Kec. Mantikulore, Kota Palu, Sulawesi Tengah'
	);
	expect(pathText('32.04.05.2001', ['Cinunuk', 'Cileunyi', 'Kabupaten Bandung', 'Jawa Barat'])).toMatch(
		/^Desa Cinunuk/
	);
	expect(pathText('72.71', ['Kota Palu', 'Sulawesi Tengah'])).toBe('Kota Palu, Sulawesi Tengah');
});

test('each of the 38 provinces has a zone', async () => {
	const provinces = await getProvinces();
	expect(provinces).toHaveLength(38);
	const counts = Map.groupBy(provinces, ({ code }) => zoneName(zoneOf(code)));
	expect([...counts].map(([zone, of]) => [zone, of.length])).toEqual([
		['WIB', 18],
		['WITA', 12],
		['WIT', 8]
	]);
});

test.each([
	['11', 'WIB'],
	['32.73', 'WIB'],
	['61', 'WIB'],
	['62', 'WIB'],
	['63', 'WITA'],
	['51', 'WITA'],
	[lasoani, 'WITA'],
	['82', 'WIT'],
	['91', 'WIT'],
	['96', 'WIT']
])('the clocks of %s show %s', (code, zone) => {
	expect(zoneName(zoneOf(code))).toBe(zone);
});
