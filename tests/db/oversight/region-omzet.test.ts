/** Omzet of a region: every group below it, by time, channel, region and group, made beside the works. */
import { beforeAll, describe, expect, test } from 'vitest';
import { wideRead } from '#lib/db/read-pool.server.ts';
import { day } from '#lib/kernel/day.ts';
import { freshDatabase } from '#tests/support/engines.ts';
import { makeRegions, regionGroup } from '#tests/support/region-groups.ts';

const db = await freshDatabase();
const [besusuBarat, besusuTengah, lere, bogor] = ['72.71.01.1001', '72.71.01.1002', '72.71.02.1001', '32.01.01.1001'];

/** The last three months of 2026 in a region. */
const quarter = (regionCode: string) => ({ regionCode, from: day('2026-10-01'), to: day('2026-12-31') });
const page = { skip: 0, limit: 10 };

beforeAll(async () => {
	await makeRegions(db);
	await regionGroup(db, 1, besusuBarat, [{ day: '2026-10-31', omzet: 100_000, cost: 80_000 }]);
	await regionGroup(db, 2, lere, [
		{ day: '2026-10-01', omzet: 50_000, cost: 60_000 },
		{ day: '2026-11-21', omzet: 30_000, cost: 0, channel: 'shop', sales: 1 }
	]);
	await regionGroup(db, 3, lere, [{ day: '2026-11-21', omzet: 70_000, cost: 40_000 }]);
	await regionGroup(db, 4, bogor, [{ day: '2026-11-21', omzet: 900_000, cost: 1 }]);
	await regionGroup(db, 5, besusuBarat, [{ day: '2027-01-01', omzet: 900_000, cost: 1 }]);
	await regionGroup(db, 6, besusuTengah, [], { status: 'forming' });
	await regionGroup(db, 7, besusuTengah, [{ day: '2026-12-31', omzet: 10_000, cost: 0 }], { status: 'dissolved' });
});

describe('over time', () => {
	test('a province adds all groups below it, each month for itself, untung beside omzet', async () => {
		const { steps } = await wideRead(db, 'regionOmzet', { ...quarter('72'), step: 'month' });
		expect(steps).toEqual([
			{ step: '2026-10', omzet: 150_000, untung: 10_000, sales: 4 },
			{ step: '2026-11', omzet: 100_000, untung: 60_000, sales: 3 },
			{ step: '2026-12', omzet: 10_000, untung: 10_000, sales: 2 }
		]);
	});

	test('each day for itself, the first and the last day of the span too', async () => {
		const span = { regionCode: '72.71.02', from: day('2026-10-01'), to: day('2026-11-21'), step: 'day' } as const;
		const { steps, channels } = await wideRead(db, 'regionOmzet', span);
		expect(steps).toEqual([
			{ step: '2026-10-01', omzet: 50_000, untung: -10_000, sales: 2 },
			{ step: '2026-11-21', omzet: 100_000, untung: 60_000, sales: 3 }
		]);
		expect(channels).toEqual([
			{ channel: 'counter', omzet: 120_000, cost: 100_000, sales: 4 },
			{ channel: 'shop', omzet: 30_000, cost: 0, sales: 1 }
		]);
	});
});

describe('by the regions just below', () => {
	test('the most omzet first, with how far the data of each are in', async () => {
		expect(await wideRead(db, 'regionParts', quarter('72.71'))).toEqual({
			whole: { omzet: 260_000, untung: 80_000, sales: 9, arrived: 4, expected: 5 },
			parts: [
				{ code: '72.71.02', name: 'Palu Barat', omzet: 150_000, untung: 50_000, sales: 5, arrived: 2, expected: 2 },
				{ code: '72.71.01', name: 'Palu Timur', omzet: 110_000, untung: 30_000, sales: 4, arrived: 2, expected: 3 }
			]
		});
	});

	test('the country is made of provinces; a village has nothing below it', async () => {
		const { whole, parts } = await wideRead(db, 'regionParts', quarter(''));
		expect(parts.map(({ name, omzet }) => [name, omzet])).toEqual([
			['Jawa Barat', 900_000],
			['Sulawesi Tengah', 260_000]
		]);
		expect(whole).toMatchObject({ omzet: 1_160_000, arrived: 5, expected: 6 });
		const village = await wideRead(db, 'regionParts', quarter(lere));
		expect(village).toMatchObject({ whole: { omzet: 150_000 }, parts: [] });
	});
});

describe('by group', () => {
	test('those that are active or have data, the most omzet first', async () => {
		const { whole, groups } = await wideRead(db, 'regionGroups', { ...quarter('72.71.01'), ...page });
		expect(whole).toMatchObject({ omzet: 110_000, arrived: 2, expected: 3 });
		expect(groups.map(({ name, omzet, untung, hasArrived }) => [name, omzet, untung, hasArrived])).toEqual([
			['Kube 1', 100_000, 20_000, true],
			['Kube 7', 10_000, 10_000, true],
			['Kube 5', 0, 0, false]
		]);
	});

	test('page by page, while the whole stays the whole', async () => {
		const asked = { ...quarter('72.71'), skip: 1, limit: 2 };
		const { whole, groups } = await wideRead(db, 'regionGroups', asked);
		expect(groups.map(({ name }) => name)).toEqual(['Kube 2', 'Kube 3']);
		expect(whole).toMatchObject({ omzet: 260_000, expected: 5 });
	});
});

test('whichever way it is added up, it is the same', async () => {
	for (const regionCode of ['', '72', '72.71', '72.71.01', lere, bogor]) {
		const { whole, parts } = await wideRead(db, 'regionParts', quarter(regionCode));
		const { groups } = await wideRead(db, 'regionGroups', { ...quarter(regionCode), ...page });
		const { steps, channels } = await wideRead(db, 'regionOmzet', { ...quarter(regionCode), step: 'day' });
		const omzet = (rows: readonly { readonly omzet: number }[]) => rows.reduce((sum, row) => sum + row.omzet, 0);
		const untung = (rows: readonly { readonly untung: number }[]) => rows.reduce((sum, row) => sum + row.untung, 0);
		expect([groups, steps, channels].map(omzet)).toEqual([whole.omzet, whole.omzet, whole.omzet]);
		expect([groups, steps].map(untung)).toEqual([whole.untung, whole.untung]);
		if (parts.length > 0) expect([omzet(parts), untung(parts)]).toEqual([whole.omzet, whole.untung]);
	}
});

test('other region: a village reads nothing of the next, and one that is not there nothing at all', async () => {
	const own = await wideRead(db, 'regionGroups', { ...quarter(lere), ...page });
	expect(own.groups.map(({ name }) => name)).toEqual(['Kube 2', 'Kube 3']);
	const nothing = { omzet: 0, untung: 0, sales: 0, arrived: 0, expected: 0 };
	for (const regionCode of ['11', 'nowhere', '72.71.02.100', '7', '%', '72%']) {
		expect(await wideRead(db, 'regionOmzet', { ...quarter(regionCode), step: 'month' })).toEqual({
			steps: [],
			channels: []
		});
		expect(await wideRead(db, 'regionParts', quarter(regionCode))).toEqual({ whole: nothing, parts: [] });
		expect(await wideRead(db, 'regionGroups', { ...quarter(regionCode), ...page })).toEqual({
			whole: nothing,
			groups: []
		});
	}
});
