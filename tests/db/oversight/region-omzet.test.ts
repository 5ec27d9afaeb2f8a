/** Omzet of a region: every group below it, by month, made beside the works. */
import { beforeAll, expect, test } from 'vitest';
import { wideRead } from '#lib/db/read-pool.server.ts';
import { groupTenant, PLATFORM } from '#lib/db/tenant.ts';
import { inFoundingWork, inWork } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Month, parseMonth } from '#lib/kernel/day.ts';
import { account } from '#lib/ledger/chart.ts';
import { bareGroupId, tester } from '#tests/support/bare-group.ts';
import { freshDatabase } from '#tests/support/engines.ts';

const db = await freshDatabase();
const month = (text: string): Month => present(parseMonth(text), text);

/** Two villages of Palu in Central Sulawesi, and one elsewhere. */
const ancestors: Record<string, readonly string[]> = {
	'72.71.01.1001': ['72', '72.71', '72.71.01', '72.71.01.1001'],
	'72.71.02.1001': ['72', '72.71', '72.71.02', '72.71.02.1001'],
	'32.01.01.1001': ['32', '32.01', '32.01.01', '32.01.01.1001']
};

beforeAll(async () => {
	const closure = Object.entries(ancestors).flatMap(([descendantCode, codes]) =>
		codes.map((ancestorCode) => ({ ancestorCode, descendantCode }))
	);
	await inWork(db, tester, PLATFORM, (work) => work.insert('regionClosure', closure));
	await sell(1, '72.71.01.1001', '2026-10-31', 100_000, 80_000);
	await sell(2, '72.71.02.1001', '2026-10-01', 50_000, 60_000);
	await sell(3, '72.71.02.1001', '2026-11-21', 70_000, 40_000);
	await sell(4, '32.01.01.1001', '2026-11-21', 900_000, 1);
	await sell(5, '72.71.01.1001', '2027-01-01', 900_000, 1);
});

/** A group of the village that sold for `omzet` on `day`, at a cost. */
async function sell(number: number, villageCode: string, day: string, omzet: number, cost: number): Promise<void> {
	const groupId = bareGroupId(number);
	const kube = {
		groupId, slug: `kube-${number}`, name: `Kube ${number}`, searchText: '', villageCode, address: '', zone: 'Asia/Makassar',
		status: 'active', isShop: 1, foundedOn: null, phone: null, story: '', logoFileId: null, openingHours: '',
		settings: '{}', readiness: '{}'
	}; // prettier-ignore
	await inFoundingWork(db, tester, groupTenant(groupId), async (work) => {
		await work.insert('kube', [{ ...kube, madeAt: work.now }]);
		await work.insert('omzetDay', [{ groupId, day, channel: 'counter', omzet, gross: omzet, cost, sales: 2 }]);
		await work.insert('accountDay', [
			{ groupId, day, account: account.salesCounter, debit: 0, credit: omzet },
			{ groupId, day, account: account.costOfGoods, debit: cost, credit: 0 },
			{ groupId, day, account: account.cashDrawer, debit: omzet, credit: 0 }
		]);
	});
}

test('a province adds all groups below it, each month for itself, untung beside omzet', async () => {
	const report = await wideRead(db, 'regionOmzet', { regionCode: '72', from: month('2026-10'), to: month('2026-12') });
	expect(report).toEqual([
		{ month: '2026-10', groups: 2, omzet: 150_000, untung: 10_000, gross: 150_000, sales: 4 },
		{ month: '2026-11', groups: 1, omzet: 70_000, untung: 30_000, gross: 70_000, sales: 2 }
	]);
});

test('a village adds its own groups only', async () => {
	const span = { regionCode: '72.71.01.1001', from: month('2026-10'), to: month('2026-12') };
	expect(await wideRead(db, 'regionOmzet', span)).toMatchObject([{ month: '2026-10', groups: 1, omzet: 100_000 }]);
});

test('a region where nobody sells, or that is not there, adds nothing', async () => {
	for (const regionCode of ['11', 'nowhere', ''])
		expect(await wideRead(db, 'regionOmzet', { regionCode, from: month('2026-10'), to: month('2026-12') })).toEqual([]);
});
