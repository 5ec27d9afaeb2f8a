/** Regions: loaded from the ministry's list, found by words, and the same after loading again. */
import { beforeAll, expect, test } from 'vitest';
import { NotFound } from '#lib/kernel/refusal.ts';
import { loadRegions } from '#lib/regions/load.server.ts';
import { childrenOf, regionAt, regionPath, regionPaths, searchRegions } from '#lib/regions/queries.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';

const lasoani = '72.71.08.1005';
let db: TestDatabase;

beforeAll(async () => {
	db = await freshDatabase();
	await loadRegions(db, { only: ['72.71', '72.10.01'] });
});

test('72.71.08.1005 is Lasoani, where the clocks show WITA', async () => {
	expect(await regionAt(db.reader, lasoani)).toEqual({
		code: lasoani, level: 4, name: 'Lasoani', parentCode: '72.71.08', zone: 'Asia/Makassar'
	}); // prettier-ignore
	const path = await regionPath(db.reader, lasoani);
	expect(path.text).toBe('Kelurahan Lasoani, Kec. Mantikulore, Kota Palu, Sulawesi Tengah');
});

test('only the regions asked for are there, with those above them', async () => {
	expect((await childrenOf(db.reader, null)).map((region) => region.name)).toEqual(['Sulawesi Tengah']);
	expect((await childrenOf(db.reader, '72')).map((region) => region.name)).toEqual(['Kabupaten Sigi', 'Kota Palu']);
	expect(await childrenOf(db.reader, '72.71')).toHaveLength(8);
	await expect(regionAt(db.reader, '32.73')).rejects.toThrow(NotFound);
	await expect(regionPath(db.reader, '72.71.08.9999')).rejects.toThrow(NotFound);
});

test('loading again changes nothing', async () => {
	const count = async (): Promise<unknown> => [
		await db.reader.selectFrom('region').select((row) => row.fn.countAll().as('rows')).executeTakeFirst(), // prettier-ignore
		await db.reader.selectFrom('regionClosure').select((row) => row.fn.countAll().as('rows')).executeTakeFirst() // prettier-ignore
	];
	const before = await count();
	const progress: number[] = [];
	await loadRegions(db, { only: ['72.71', '72.10.01'], onProgress: (done, all) => progress.push(done / all) });
	expect(await count()).toEqual(before);
	expect(progress).toEqual([1]);
});

test('the closure holds a region under itself and under all above it', async () => {
	const rows = await db.reader.selectFrom('regionClosure').selectAll().where('descendantCode', '=', lasoani).execute();
	expect(rows.map((row) => row.ancestorCode).sort()).toEqual(['72', '72.71', '72.71.08', lasoani]);
	const inPalu = await db.reader
		.selectFrom('regionClosure')
		.innerJoin('region', 'region.code', 'regionClosure.descendantCode')
		.select('code')
		.where('ancestorCode', '=', '72.71')
		.where('level', '=', 4)
		.execute();
	expect(inPalu).toHaveLength(46);
});

test.each([
	['lasoani', [lasoani]],
	['  LASOANI palu', [lasoani]],
	['mantikulore lasoani', [lasoani]],
	['palu', ['72.71']],
	['lasoani sigi', []],
	['', []],
	['%', []]
])('searching %j finds %j first', async (text, codes) => {
	const found = await searchRegions(db.reader, text, { limit: 1 });
	expect(found.map((region) => region.code)).toEqual(codes);
});

test('a search can be bound to a level and a region', async () => {
	const villages = await searchRegions(db.reader, 'sulawesi tengah', { level: 4, within: '72.10', limit: 100 });
	expect(villages.length).toBeGreaterThan(0);
	expect(villages.every((region) => region.code.startsWith('72.10.'))).toBe(true);
});

test('many paths come at once; unknown codes are left out', async () => {
	const paths = await regionPaths(db.reader, [lasoani, '72.71.08.1006', lasoani, '99.99']);
	expect([...paths.keys()].sort()).toEqual([lasoani, '72.71.08.1006']);
	expect(paths.get('72.71.08.1006')?.names).toEqual(['Poboya', 'Mantikulore', 'Kota Palu', 'Sulawesi Tengah']);
});
