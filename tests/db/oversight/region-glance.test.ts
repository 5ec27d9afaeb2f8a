/** A region at a glance: how many groups stand where, which are new, and which have gone quiet. */
import { beforeAll, expect, test } from 'vitest';
import { wideRead } from '#lib/db/read-pool.server.ts';
import { day } from '#lib/kernel/day.ts';
import { instant } from '#lib/kernel/instant.ts';
import { freshDatabase, morning } from '#tests/support/engines.ts';
import { makeRegions, regionGroup } from '#tests/support/region-groups.ts';

const db = await freshDatabase();
const today = day('2026-11-21');
const [besusuBarat, lere, bogor] = ['72.71.01.1001', '72.71.02.1001', '32.01.01.1001'];
const sold = (on: string, sales = 2) => ({ day: on, omzet: 10_000, cost: 0, sales });

beforeAll(async () => {
	await makeRegions(db);
	db.setClock(instant('2025-01-05T01:00:00.000Z'));
	await regionGroup(db, 1, besusuBarat, [sold('2026-11-20')], { isShop: true });
	await regionGroup(db, 2, besusuBarat, [sold('2026-10-01')], { isShop: true });
	// What was taken back on a later day is no sale of that day.
	await regionGroup(db, 3, lere, [sold('2026-02-01'), sold('2026-11-20', -1)]);
	await regionGroup(db, 4, lere, [], { status: 'inactive' });
	await regionGroup(db, 5, bogor, [sold('2026-01-01')]);
	// Half past midnight of the 23rd in Palu, still the 22nd in UTC.
	db.setClock(instant('2026-10-22T16:30:00.000Z'));
	await regionGroup(db, 6, lere);
	db.setClock(morning);
	await regionGroup(db, 7, lere, [], { status: 'forming' });
});

test('a city: its groups by status, the new ones, and those that sell no more', async () => {
	const glance = await wideRead(db, 'regionGlance', { regionCode: '72.71', today });
	expect(glance).toMatchObject({ groups: 6, shops: 2 });
	expect(glance.statuses.filter(({ groups }) => groups > 0)).toEqual([
		{ status: 'forming', groups: 1 },
		{ status: 'active', groups: 4 },
		{ status: 'inactive', groups: 1 }
	]);
	expect(glance.fresh.count).toBe(2);
	expect(glance.fresh.groups.map(({ name, since }) => [name, since])).toEqual([
		['Kube 7', '2026-11-21'],
		['Kube 6', '2026-10-23']
	]);
	expect(glance.quiet).toMatchObject({ some: 2, long: 1 });
	expect(glance.quiet.groups.map(({ name, lastSale }) => [name, lastSale])).toEqual([
		['Kube 3', '2026-02-01'],
		['Kube 2', '2026-10-01']
	]);
});

test('those that sell no more are told page by page', async () => {
	const page = async (skip: number) =>
		(await wideRead(db, 'regionQuiet', { regionCode: '72.71', today, skip, limit: 1 })).groups.map(({ name }) => name);
	expect([await page(0), await page(1), await page(2)]).toEqual([['Kube 3'], ['Kube 2'], []]);
	expect(await wideRead(db, 'regionQuiet', { regionCode: '11', today, skip: 0, limit: 9 })).toMatchObject({ some: 0 });
});

test('a group that never sold is quiet once it has been there for 30 days', async () => {
	const { quiet } = await wideRead(db, 'regionGlance', { regionCode: lere, today: day('2026-11-22') });
	expect(quiet.groups.map(({ name, lastSale }) => [name, lastSale])).toContainEqual(['Kube 6', null]);
});

test('other region: a village knows nothing of the next, and the country knows all', async () => {
	const groupsOf = async (regionCode: string) => (await wideRead(db, 'regionGlance', { regionCode, today })).groups;
	expect(await groupsOf(lere)).toBe(4);
	expect(await groupsOf(bogor)).toBe(1);
	expect(await groupsOf('')).toBe(7);
	for (const nowhere of ['11', 'nowhere', '72.71.02.100', '%']) expect(await groupsOf(nowhere)).toBe(0);
});
