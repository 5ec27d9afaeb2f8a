/** The demo is the Palu of the story, its books add up, and the same seed makes it again. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readInstallation, markInstallation } from '#lib/db/installation.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { type Database, openDatabase, type Reader } from '#lib/db/open.server.ts';
import { readSeals } from '#lib/db/seal.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { openDeeds } from '#lib/aid/deeds.server.ts';
import { terminalsInUse } from '#lib/aid/terminals.server.ts';
import { dayOf, localTime } from '#lib/kernel/day.ts';
import { instant } from '#lib/kernel/instant.ts';
import { total } from '#lib/kernel/rupiah.ts';
import { balanceOf } from '#lib/ledger/balances.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { settlementLists } from '#lib/payments/settlement-lists.ts';
import { openLines, openSlips, takenFiles } from '#lib/payments/settlement-open.server.ts';
import { signIn } from '#lib/identity/sign-in.server.ts';
import { emptySource, morning } from '#tests/support/engines.ts';
import { makeDemo } from '../../../scripts/demo/make.ts';
import { type Made, type Making, populate } from '../../../scripts/demo/populate.ts';
import { readSignIns, signInsFile } from '../../../scripts/demo/sign-ins.ts';
import { Wall } from '../../../scripts/demo/wall.ts';

const folder = mkdtempSync(join(tmpdir(), 'demo-test-'));
const making: Making = {
	seals: readSeals(join(folder, 'keys', 'demo.keys'), { make: true }),
	scale: 'palu',
	seed: 1,
	today: morning,
	daysMax: 4,
	regions: ['72.71']
};

let db: Database;
let made: Made;

beforeAll(async () => {
	const source = await emptySource();
	await migrate(source);
	const wall = new Wall(morning);
	db = openDatabase(source, { clock: wall.clock });
	await markInstallation(db, 'demo', 'Dinas Sosial Kota Palu');
	made = await populate(db, wall, making);
}, 180_000);

afterAll(async () => {
	await db.close();
	rmSync(folder, { recursive: true });
});

test('77 groups of five members each, 385 people with roles, nine e-waroeng in nine kelurahan', async () => {
	const kube = await db.reader.selectFrom('kube').select(['groupId', 'villageCode', 'isShop', 'status']).execute();
	const members = await db.reader.selectFrom('member').select(['groupId', 'personId']).execute();
	expect(kube).toHaveLength(77);
	expect(members).toHaveLength(385);
	expect(new Set(members.map(({ personId }) => personId)).size).toBe(385);
	for (const { groupId } of kube) expect(members.filter((member) => member.groupId === groupId)).toHaveLength(5);
	const shops = kube.filter(({ isShop }) => isShop === 1);
	expect(shops).toHaveLength(9);
	expect(new Set(shops.map(({ villageCode }) => villageCode)).size).toBe(9);
	expect(kube.filter(({ status }) => status === 'inactive').length).toBeGreaterThan(5);
	expect(new Set(kube.map(({ status }) => status))).toEqual(new Set(['active', 'inactive', 'forming']));
});

test('Lasoani has a year behind it: 25 to 30 million rupiah in four to eight sales a day', async () => {
	const days = await omzetDays(db.reader, groupNamed('Kube Lasoani Sejahtera').groupId);
	const omzet = days.reduce((sum, day) => sum + day.omzet, 0);
	expect(groupNamed('Kube Lasoani Sejahtera').plan.villageCode).toBe('72.71.08.1005');
	expect(days).toHaveLength(365);
	expect(days.at(-1)?.day).toBe('2026-11-21');
	expect(omzet).toBeGreaterThan(25_000_000);
	expect(omzet).toBeLessThan(30_000_000);
	expect(Math.max(...days.map((day) => day.sales))).toBeLessThanOrEqual(8);
	expect(Math.min(...days.map((day) => day.sales))).toBeGreaterThanOrEqual(3);
});

test('one day of Balaroa is an aid day: 306 sales within seven hours, most of them by card', async () => {
	const { groupId, zone } = groupNamed('Kube Balaroa Bangkit');
	const busiest = present((await omzetDays(db.reader, groupId)).sort((a, b) => b.sales - a.sales)[0], 'a day');
	expect(busiest.sales).toBe(306);
	const sales = await db.reader
		.selectFrom('sale')
		.select(['happenedAt', 'total'])
		.where('groupId', '=', groupId)
		.where('day', '=', busiest.day)
		.execute();
	const times = sales.map((sale) => localTime(instant(sale.happenedAt), zone).slice(11)).sort();
	expect(times[0]).toMatch(/^07:3/);
	expect(times.at(-1)).toMatch(/^14:[012]/);
	for (const { total } of sales) expect(total).toBeGreaterThan(100_000);
});

test('Balaroa has two card machines, slips of both, a paper that is overdue and one that is not', async () => {
	const { groupId } = groupNamed('Kube Balaroa Bangkit');
	expect(await terminalsInUse(db.reader, groupId)).toHaveLength(2);
	const slips = await db.reader
		.selectFrom('cardSlip')
		.select(['bank', 'kind'])
		.where('groupId', '=', groupId)
		.execute();
	expect(new Set(slips.map(({ bank }) => bank))).toEqual(new Set(['BRI', 'BNI']));
	expect(slips.filter(({ kind }) => kind === 'late')).toHaveLength(1);
	const papers = await openDeeds(db.reader, groupId, dayOf(morning, 'Asia/Makassar'));
	expect(papers.map(({ daysOverdue }) => daysOverdue)).toEqual([3, 0]);
});

test.each(['Kube Lasoani Sejahtera', 'Kube Balaroa Bangkit'])(
	'%s settles with its banks every week: three things stand open, one was looked into, the last days wait',
	async (name) => {
		const { groupId } = groupNamed(name);
		const files = await takenFiles(db.reader, groupId);
		expect(new Set(files.map(({ bank }) => bank))).toEqual(new Set(['BRI', 'BNI']));
		const [lines, slips] = [await openLines(db.reader, groupId), await openSlips(db.reader, groupId)];
		const { same, differs, withoutSale, withoutEdc, toReverse, waiting } = settlementLists(lines, slips, files);
		expect([same.length, differs.length, withoutSale.length, withoutEdc.length]).toEqual([0, 1, 1, 1]);
		expect(waiting.length).toBeGreaterThan(1);
		expect(toReverse).toHaveLength(name === 'Kube Lasoani Sejahtera' ? 1 : 0);
		const matched = db.reader.selectFrom('slipMatch').select(['kind', 'reason']).where('groupId', '=', groupId);
		const matches = await matched.execute();
		expect(matches.filter(({ kind }) => kind !== 'same').map(({ reason }) => reason)).toEqual([
			expect.stringMatching(/./)
		]);
		expect(matches.length).toBeGreaterThan(150);
		const awaited = total(slips.map(({ amount }) => amount));
		expect(await balanceOf(db.reader, groupId, account.cardInTransit)).toBe(awaited);
	}
);

test('nothing is held, nothing needs a person, and no stock is below zero', async () => {
	expect(await db.reader.selectFrom('held').selectAll().execute()).toEqual([]);
	expect(await db.reader.selectFrom('exception').selectAll().execute()).toEqual([]);
	expect(await db.reader.selectFrom('stockLevel').selectAll().where('quantity', '<', 0).execute()).toEqual([]);
});

test('in every group the journal sums to zero and the stock is worth what its account says', async () => {
	for (const [name, { accounts, stock }] of Object.entries(await figures(db.reader))) {
		const balance = Object.values(accounts).reduce((sum, amount) => sum + amount, 0);
		expect([name, balance, stock]).toEqual([name, 0, accounts['1-1400'] ?? 0]);
	}
});

test('each of the people shown can sign in with the password shown', async () => {
	expect(made.signIns.length).toBeGreaterThan(10);
	for (const { phone, password } of made.signIns) {
		const { token } = await signIn(db, { login: phone, password, address: '127.0.0.1', device: 'test' });
		expect(token).not.toBe('');
	}
});

test('made again into a file: the same figures, marked demo, other passwords for the owner alone, nothing left over', async () => {
	const file = join(folder, 'data', 'demo.db');
	await makeDemo(file, making);
	const again = openDatabase({ file });
	try {
		expect(await figures(again.reader)).toEqual(await figures(db.reader));
		expect((await readInstallation(again.reader)).kind).toBe('demo');
	} finally {
		await again.close();
	}
	expect(statSync(signInsFile(file)).mode & 0o777).toBe(0o600);
	const passwords = readSignIns(signInsFile(file)).map(({ password }) => password);
	expect(passwords.filter((password) => made.signIns.some((signIn) => signIn.password === password))).toEqual([]);
	expect(readdirSync(join(folder, 'data')).sort()).toEqual(['demo-sign-ins.json', 'demo.db']);
}, 120_000);

test('a making that fails leaves nothing behind', async () => {
	const file = join(folder, 'failed', 'demo.db');
	await expect(makeDemo(file, { ...making, regions: ['73'] })).rejects.toThrow('No such region');
	expect(existsSync(file)).toBe(false);
	expect(readdirSync(join(folder, 'failed'))).toEqual([]);
});

function groupNamed(name: string): Made['groups'][number] {
	return present(
		made.groups.find(({ plan }) => plan.name === name),
		name
	);
}

function omzetDays(reader: Reader, groupId: string) {
	return reader
		.selectFrom('omzetDay')
		.select(['day', 'omzet', 'sales'])
		.where('groupId', '=', groupId)
		.where('channel', '=', 'counter')
		.orderBy('day')
		.execute();
}

interface Figures {
	readonly accounts: Record<string, number>;
	readonly omzet: Record<string, number>;
	stock: number;
}

/** What the books and shelves of each group say, by its name. */
async function figures(reader: Reader): Promise<Record<string, Figures>> {
	const kube = await reader.selectFrom('kube').select(['groupId', 'name']).orderBy('name').execute();
	const all = new Map(kube.map(({ groupId }): [string, Figures] => [groupId, { accounts: {}, omzet: {}, stock: 0 }]));
	const of = (groupId: string): Figures => present(all.get(groupId), 'a group');
	for (const { groupId, account, debit, credit } of await reader.selectFrom('accountDay').selectAll().execute()) {
		const { accounts } = of(groupId);
		accounts[account] = (accounts[account] ?? 0) + debit - credit;
	}
	for (const { groupId, day, omzet } of await reader.selectFrom('omzetDay').selectAll().execute())
		of(groupId).omzet[day] = omzet;
	for (const { groupId, value } of await reader.selectFrom('stockLevel').selectAll().execute())
		of(groupId).stock += value;
	return Object.fromEntries(kube.map(({ groupId, name }) => [name, of(groupId)]));
}
