/** A whole day without internet on one phone: two shifts, refunds, credit, a restart; then the network comes back in pieces. */
import process from 'node:process';
import { expect, type Page, test } from '@playwright/test';
import { account } from '#lib/ledger/chart.ts';
import {
	allSent,
	amount,
	goods,
	keptOnPhone,
	nextBuyer,
	openTill,
	otherOfficer,
	readBooks,
	salesToday,
	sellForCash,
	sentState,
	soldSheet,
	take,
	toPay
} from './counter.ts';
import { closeDrawer, countDrawer, errand, openDrawer } from './errands.ts';
import { accountsShown, owedShown, salesShown, shiftsShown } from './office.ts';
import { ownFolder } from './own-folder.ts';
import { personWho, signInAs } from './people.ts';
import {
	eventsKept,
	expectWholeChain,
	type Fate,
	inPieces,
	openOffline,
	openPhone,
	type Picks,
	sellQuickly
} from './phone.ts';
import { Reckoning, type Sold } from './reckoning.ts';

const slug = 'kube-balaroa-bangkit';
/** As many as a busy shop sells; fewer in the tests of every day. */
const salesWanted = process.env['DEEP'] === '1' ? 500 : 80;
const names = ['Garam halus', 'Gula merah', 'Sabun mandi', 'Mi instan goreng', 'Santan kemasan', 'Deterjen bubuk'];
/** Another one in each run, as a demo that is served already may remember the one before. */
const buyer = `Bu Seharian ${process.pid}`;

const profile = ownFolder();

test('a whole day: all that was done without internet is in the books once, in order, to the rupiah', async ({
	page: office
}) => {
	test.setTimeout(salesWanted * 1000 + 4 * 60_000);
	await signInAs(office, personWho(otherOfficer), `/kelola/${slug}`);
	let { context, page } = await openPhone({ profile });
	await openTill(page, otherOfficer);
	await closeDrawer(page);
	await keptOnPhone(page);
	await allSent(page);
	const day = new Reckoning(await pricesSeen(page));
	const begun = (await eventsKept(page)).length;
	const before = await whatTheOfficeSays(office);

	await context.setOffline(true);
	await firstShift(page, day);
	await openDrawer(page, 200_000);
	day.openShift(200_000);
	await sellMany(page, day, salesWanted * 0.6);
	await take(page, 'Gula merah', 'Sabun mandi');
	await context.close();

	({ context, page } = await openOffline(profile, slug));
	await secondShift(page, day);

	const fates: Fate[] = ['lost', 'cut', 'late', 'good', 'late', 'cut', 'good', 'lost', 'good', 'cut'];
	const met = await inPieces(context, fates);
	await context.setOffline(false);
	await expect.poll(met, { timeout: 60_000 }).toBeGreaterThan(4);
	await context.setOffline(true);
	await expect(sentState(page, /Belum terkirim/)).toBeVisible();
	await context.setOffline(false);
	await expect(sentState(page, /Semua terkirim/)).toBeVisible({ timeout: 120_000 });

	const kept = await eventsKept(page);
	expectWholeChain(kept);
	expect(new Set(kept.map(({ state }) => state))).toEqual(new Set(['applied']));
	expect(kept.filter(({ receipt }) => receipt !== null)).toHaveLength(day.receipts);
	// Beside what has a receipt: two drawers opened and counted, one sale taken back.
	expect(kept).toHaveLength(begun + day.receipts + 2 * 2 + 1);
	const [till = ''] = kept.find(({ receipt }) => receipt !== null)?.receipt?.split('-') ?? [];
	await context.close();
	await expectInTheBooks(office, day, till, before);
});

/** Everything that can happen between opening the drawer and counting it. */
async function firstShift(page: Page, day: Reckoning): Promise<void> {
	await openDrawer(page, 150_000);
	day.openShift(150_000);
	await sellMany(page, day, salesWanted * 0.2);
	await sellWithChange(page, day);
	await sellSplit(page, day);
	await sellOnCredit(page, day);
	await parkAndTakeUp(page, day);
	const wrong = await sellByHand(page, day, [['Garam halus', 2]]);
	await takeBack(page, day, wrong);
	const [sold] = [await sellByHand(page, day, [['Garam halus', 3], ['Gula merah', 1]])]; // prettier-ignore
	await bringBack(page, day, sold, ['Garam halus', 2]);
	await payCredit(page, day, 5000, 'Tunai');
	await sellMany(page, day, salesWanted * 0.4);
	await countDrawer(page, day.expected, 'Pas');
}

/** After the phone was off: the basket lies there as before, goods of the morning come back, and cash is missing at the end. */
async function secondShift(page: Page, day: Reckoning): Promise<void> {
	await sellForCash(page);
	day.sell([['Gula merah', 1], ['Sabun mandi', 1]]); // prettier-ignore
	await nextBuyer(page);
	const morning = day.sales.find(({ mark, picks }) => mark === 'stands' && picks.length === 2);
	if (morning === undefined) throw new Error('nothing was sold in the morning');
	await bringBack(page, day, morning, morning.picks[0] ?? ['', 0]);
	await payCredit(page, day, 2000, 'Transfer');
	await sellMany(page, day, salesWanted);
	const missing = 1500;
	await countDrawer(page, day.expected - missing, 'Kurang Rp1.500');
	day.miss(missing);
}

async function pricesSeen(page: Page): Promise<Map<string, number>> {
	const prices = new Map<string, number>();
	for (const name of names) {
		await page.getByRole('searchbox').fill(name);
		prices.set(name, await amount(goods(page).filter({ hasText: name }).first().locator('data')));
	}
	await page.getByRole('searchbox').fill('');
	// In whole hundreds, so that no cash is rounded and a refund is what was paid.
	expect([...prices.values()].filter((price) => !(price > 0) || price % 100 !== 0)).toEqual([]);
	return prices;
}

/** Sells until so many sales were made in all. */
async function sellMany(page: Page, day: Reckoning, until: number): Promise<void> {
	while (day.sales.length < until) {
		const nth = day.sales.length;
		const first = [names[nth % names.length] ?? '', 1 + (nth % 3)] as const;
		const second = [names[(nth + 2) % names.length] ?? '', 1] as const;
		const picks = nth % 4 === 0 ? [first, second] : [first];
		await sellQuickly(page, picks);
		day.sell(picks);
	}
}

async function takePicks(page: Page, picks: Picks): Promise<void> {
	await take(page, ...picks.flatMap(([name, times]) => Array.from({ length: times }, () => name)));
}

async function sellByHand(page: Page, day: Reckoning, picks: Picks): Promise<Sold> {
	await takePicks(page, picks);
	const sold = day.sell(picks);
	await expect((await sellForCash(page)).locator('pre')).toContainText(numberOf(sold));
	await nextBuyer(page);
	return sold;
}

async function sellWithChange(page: Page, day: Reckoning): Promise<void> {
	const picks: Picks = [['Mi instan goreng', 2]];
	await takePicks(page, picks);
	const sheet = await toPay(page);
	for (const key of ['5', '0', '000']) await sheet.getByRole('button', { name: key, exact: true }).click();
	await sheet.getByRole('button', { name: /^Terima/ }).click();
	const { total } = day.sell(picks);
	expect(await amount((await soldSheet(page)).locator('data').first())).toBe(50_000 - total);
	await nextBuyer(page);
}

async function sellSplit(page: Page, day: Reckoning): Promise<void> {
	const picks: Picks = [['Sabun mandi', 3], ['Deterjen bubuk', 1]]; // prettier-ignore
	await takePicks(page, picks);
	const sheet = await toPay(page);
	for (const key of ['5', '000']) await sheet.getByRole('button', { name: key, exact: true }).click();
	await sheet.getByRole('button', { name: 'Terima Rp5.000, sisanya cara lain' }).click();
	await sheet.getByRole('button', { name: 'Transfer' }).click();
	await sheet.getByRole('button', { name: 'Sudah masuk' }).click();
	await soldSheet(page);
	day.sell(picks, { transfer: day.worth(picks) - 5000 });
	await nextBuyer(page);
}

async function sellOnCredit(page: Page, day: Reckoning): Promise<void> {
	const picks: Picks = [['Gula merah', 2], ['Santan kemasan', 1]]; // prettier-ignore
	await takePicks(page, picks);
	const sheet = await toPay(page);
	await sheet.getByRole('button', { name: 'Kasbon' }).click();
	await sheet.getByRole('button', { name: 'Pelanggan baru' }).click();
	await sheet.getByLabel('Nama panggilan').fill(buyer);
	await sheet.getByRole('button', { name: 'Simpan pelanggan' }).click();
	await sheet.getByRole('button', { name: /^Catat kasbon/ }).click();
	await soldSheet(page);
	day.sell(picks, { kasbon: day.worth(picks) });
	await nextBuyer(page);
}

async function parkAndTakeUp(page: Page, day: Reckoning): Promise<void> {
	const waiting: Picks = [['Santan kemasan', 2]];
	await takePicks(page, waiting);
	await page.getByRole('button', { name: /^Keranjang,/ }).click();
	await page.getByRole('button', { name: 'Simpan dulu' }).click();
	await page.getByLabel(/Ciri pembeli/).fill('Topi biru');
	await page.getByRole('button', { name: /^Simpan keranjang/ }).click();
	await sellByHand(page, day, [['Deterjen bubuk', 1]]);
	await page.getByRole('button', { name: 'Keranjang disimpan: 1' }).click();
	await page.getByRole('button', { name: 'Ambil keranjang Topi biru' }).click();
	await page.keyboard.press('Escape');
	await sellForCash(page);
	day.sell(waiting);
	await nextBuyer(page);
}

async function takeBack(page: Page, day: Reckoning, sold: Sold): Promise<void> {
	await (await salesToday(page)).getByRole('button', { name: new RegExp(numberOf(sold)) }).click();
	await page.getByRole('button', { name: 'Batalkan penjualan' }).click();
	const sheet = page.getByRole('dialog', { name: /^Batalkan penjualan/ });
	await sheet.getByText('Salah barang').click();
	await sheet.getByRole('button', { name: 'Batalkan' }).click();
	await expect(page.getByRole('dialog', { name: 'Penjualan hari ini' }).getByText('Dibatalkan')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	day.takeBack(sold);
}

async function bringBack(page: Page, day: Reckoning, sold: Sold, [name, times]: Picks[number]): Promise<void> {
	const found = await errand(page, /^Kembalikan/);
	await found.getByLabel(/Nomor/).fill(String(sold.number));
	await found.getByRole('button', { name: 'Cari' }).click();
	const sheet = page.getByRole('dialog', { name: /^Barang kembali dari/ });
	for (let tap = 0; tap < times; tap += 1) await sheet.getByRole('button', { name: `Tambah ${name}` }).click();
	await sheet.getByText('Tidak jadi').click();
	await sheet.getByRole('button', { name: /^Kembalikan Rp/ }).click();
	const worth = day.worth([[name, times]]);
	await expect(sheet.getByRole('status')).toContainText(`Rp${worth.toLocaleString('id-ID')}`);
	day.bringBack(sold, [[name, times]]);
	await sheet.getByRole('button', { name: 'Selesai' }).click();
}

async function payCredit(page: Page, day: Reckoning, paid: number, way: 'Tunai' | 'Transfer'): Promise<void> {
	const sheet = await errand(page, 'Bayar kasbon');
	await sheet.getByRole('button', { name: new RegExp(buyer) }).click();
	await sheet.getByRole('textbox', { name: 'Jumlah yang dibayar' }).fill(String(paid));
	await sheet.getByRole('button', { name: way, exact: true }).click();
	await sheet.getByRole('button', { name: /^Terima Rp/ }).click();
	day.payBack(paid, way === 'Tunai' ? 'cash' : 'transfer');
	await expect(sheet.locator('pre')).toContainText(`Rp${day.owed.toLocaleString('id-ID')}`);
	await sheet.getByRole('button', { name: 'Selesai' }).click();
}

function numberOf({ number }: Sold): string {
	return `-${String(number).padStart(6, '0')}`;
}

async function whatTheOfficeSays(office: Page) {
	return { books: await readBooks(office, names, slug), accounts: await accountsShown(office, slug) };
}

async function expectInTheBooks(
	office: Page,
	day: Reckoning,
	till: string,
	before: Awaited<ReturnType<typeof whatTheOfficeSays>>
): Promise<void> {
	const sold = await salesShown(office, slug, till);
	expect(sold).toEqual(day.sales.map((sale) => ({ number: `${till}${numberOf(sale)}`, total: sale.total, marks: sale.mark }))); // prettier-ignore
	const shifts = await shiftsShown(office, slug, 2);
	expect(shifts.map((shift) => [shift.get('Seharusnya ada'), shift.get('Selisih'), shift.get('Banyak penjualan')])).toEqual(
		day.shifts.map(({ float, cash, sales }, nth) => [float + cash, nth === 0 ? 0 : -1500, sales])
	); // prettier-ignore
	expect(await owedShown(office, slug, buyer)).toBe(day.owed);

	const after = await whatTheOfficeSays(office);
	expect(after.books.omzet - before.books.omzet).toBe(day.omzet);
	const gone = names.map((name) => (before.books.left[name] ?? 0) - (after.books.left[name] ?? 0));
	expect(gone).toEqual(names.map((name) => day.gone.get(name)));
	const moved = (code: string) => (after.accounts.get(code) ?? 0) - (before.accounts.get(code) ?? 0);
	expect({
		drawer: moved(account.cashDrawer),
		owed: moved(account.owedByCustomers),
		bank: moved(account.bank)
	}).toEqual({ drawer: day.drawer, owed: day.owed, bank: day.bank });
}
