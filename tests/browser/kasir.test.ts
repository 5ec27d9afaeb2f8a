/** A cashier at the counter: selling, and everything that goes wrong while selling. */
import { expect, type Page, test } from '@playwright/test';
import { openOffice } from './back-office.ts';
import {
	allSent,
	amount,
	goods,
	keptOnPhone,
	nextBuyer,
	openTill,
	readBooks,
	receiptNumber,
	salesToday,
	sellForCash,
	sentState,
	shop,
	soldSheet,
	take,
	toPay
} from './counter.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

let office: Page;

test.beforeAll(async ({ browser }) => {
	office = await openOffice(browser);
});

test.afterAll(() => office.close());

test('three goods for cash: receipt, stock, journal and omzet agree to the rupiah', async ({ page }) => {
	const bought = ['Garam halus', 'Gula merah', 'Mi instan goreng'];
	const before = await readBooks(office, bought);
	await openTill(page);
	await take(page, ...bought, 'Garam halus');
	const sheet = await toPay(page);
	const due = await amount(sheet.locator('data').first());
	await sheet.getByRole('button', { name: 'Rp50.000' }).click();
	await expect(sheet.getByRole('status')).toContainText('Kembalian');
	expect(await amount(sheet.getByRole('status').locator('data'))).toBe(50_000 - due);
	await sheet.getByRole('button', { name: 'Terima Rp50.000' }).click();
	const sold = await soldSheet(page);
	expect(await amount(sold.getByRole('status').locator('data'))).toBe(50_000 - due);
	for (const name of bought) await expect(sold.locator('pre')).toContainText(name);
	const number = await receiptNumber(sold);
	await nextBuyer(page);
	await allSent(page);

	const after = await readBooks(office, bought);
	expect(after.omzet - before.omzet).toBe(due);
	const gone = bought.map((name) => (before.left[name] ?? 0) - (after.left[name] ?? 0));
	expect(gone).toEqual([2, 1, 1]);

	await office.goto(`/kelola/${shop}/pembukuan`);
	const entry = office.locator('main li').filter({ hasText: `Penjualan · ${number}` });
	const figures = entry.locator('tbody data');
	const legs = await figures.evaluateAll((all) => all.map((one) => Number(one.getAttribute('value'))));
	const [cash, cost, income, stock] = legs;
	expect([cash, income]).toEqual([due, due]);
	expect(cost).toBe(stock);
	expect(before.stockValue - after.stockValue).toBe(cost);
});

test('a double tap sells once', async ({ page }) => {
	await openTill(page);
	await take(page, 'Garam halus');
	const sheet = await toPay(page);
	await sheet.getByRole('button', { name: /^Terima/ }).dblclick();
	await expect(await soldSheet(page)).toContainText('Garam halus');
	await nextBuyer(page);
	await expect((await salesToday(page)).getByRole('listitem')).toHaveCount(1);
});

test('an answer that was lost after the server had kept the sale leads to one sale', async ({ page }) => {
	await openTill(page);
	let lost = 0;
	await page.route('**/events', async (route) => {
		await route.fetch();
		lost += 1;
		await route.abort();
	}, { times: 2 }); // prettier-ignore
	await take(page, 'Garam halus');
	const number = await receiptNumber(await sellForCash(page));
	await nextBuyer(page);
	await expect(sentState(page, /Belum terkirim: 1/)).toBeVisible();
	await allSent(page);
	expect(lost).toBe(2);
	await office.goto(`/kelola/${shop}/penjualan`);
	await expect(office.getByText(number)).toHaveCount(1);
});

test('without internet the till goes on selling, and sends everything when it is back', async ({ page, context }) => {
	await openTill(page);
	await keptOnPhone(page);
	await context.setOffline(true);
	for (const name of ['Garam halus', 'Gula merah']) {
		await take(page, name);
		await sellForCash(page);
		await nextBuyer(page);
	}
	await sentState(page, /Belum terkirim: 2/).click();
	await expect(page.getByText('Tanpa internet.')).toBeVisible();
	await page.keyboard.press('Escape');
	await context.setOffline(false);
	await allSent(page);
	await expect((await salesToday(page)).getByText('Belum terkirim')).toHaveCount(0);
});

test('a phone that is full says so, and the basket stays', async ({ page }) => {
	await openTill(page);
	await take(page, 'Garam halus');
	await page.evaluate(`
		const { add } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); };
		window.makeRoom = () => (IDBObjectStore.prototype.add = add);
	`);
	const sheet = await toPay(page);
	await sheet.getByRole('button', { name: /^Terima/ }).click();
	await expect(sheet.getByText(/Penjualan belum tersimpan/)).toBeVisible();
	await page.evaluate('void window.makeRoom()');
	await sheet.getByRole('button', { name: /^Terima/ }).click();
	expect(await receiptNumber(await soldSheet(page))).toMatch(/-000001$/);
});

test('a page that is closed in the middle of a basket finds it again', async ({ page }) => {
	await openTill(page);
	await take(page, 'Beras medium', 'Gula merah');
	const pay = page.getByRole('button', { name: /^Bayar Rp/ });
	const text = (await pay.textContent()) ?? '';
	await page.reload();
	await expect(pay).toHaveText(text);
});

test('of two tabs one is the till; a person can move it', async ({ page, context }) => {
	await openTill(page);
	await take(page, 'Garam halus');
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(other.getByText('Kasir ini sudah terbuka di tab lain.')).toBeVisible();
	await other.getByRole('button', { name: 'Pakai di sini' }).click();
	await expect(other.getByRole('button', { name: /^Bayar Rp/ })).toBeVisible();
	await expect(page.getByText('Kasir ini sudah terbuka di tab lain.')).toBeVisible();
	await other.close();
	await expect(page.getByRole('button', { name: /^Bayar Rp/ })).toBeVisible();
});

test('a sale is taken back with a reason, and the books are as before', async ({ page }) => {
	const before = await readBooks(office, ['Gula merah']);
	await openTill(page);
	await take(page, 'Gula merah');
	const number = await receiptNumber(await sellForCash(page));
	await nextBuyer(page);
	await (await salesToday(page)).getByRole('button', { name: new RegExp(number) }).click();
	await page.getByRole('button', { name: 'Batalkan penjualan' }).click();
	const sheet = page.getByRole('dialog', { name: `Batalkan penjualan ${number}` });
	await sheet.getByText('Lainnya').click();
	await sheet.getByRole('button', { name: 'Batalkan' }).click();
	await expect(sheet.getByText('Tulis alasannya.', { exact: true })).toBeVisible();
	await sheet.getByLabel(/Catatan/).fill('Salah ketik.');
	await sheet.getByRole('button', { name: 'Batalkan' }).click();
	await expect(page.getByRole('dialog', { name: 'Penjualan hari ini' }).getByText('Dibatalkan')).toBeVisible();
	await page.keyboard.press('Escape');
	await allSent(page);
	expect(await readBooks(office, ['Gula merah'])).toEqual(before);
	await office.goto(`/kelola/${shop}/penjualan`);
	await expect(office.getByRole('listitem').filter({ hasText: number }).getByText('Dibatalkan')).toBeVisible();
});

test('the second print of a receipt says that it is one', async ({ page }) => {
	await page.addInitScript(() => {
		window.print = () => undefined;
		const settings = { codePage: 'ascii', cuts: false, hasDrawer: false };
		localStorage.setItem('printer', JSON.stringify({ way: 'system', id: 'system', name: null, roll: 58, settings }));
	});
	await openTill(page);
	await take(page, 'Garam halus');
	const sold = await sellForCash(page);
	const paper = page.locator('.printout canvas');
	await sold.getByRole('button', { name: 'Cetak struk' }).click();
	await expect(paper).toHaveAttribute('aria-label', /Garam halus/);
	await expect(paper).not.toHaveAttribute('aria-label', /CETAK ULANG/);
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	await expect(paper).toHaveCount(0);
	await sold.getByRole('button', { name: 'Cetak ulang' }).click();
	await expect(paper).toHaveAttribute('aria-label', /CETAK ULANG ke-2/);
	await page.emulateMedia({ media: 'print' });
	await expect(paper).toBeVisible();
	await expect(page.getByRole('button', { name: 'Penjualan baru' })).toBeHidden();
});

test('without a printer the sale is kept, and the paper waits in sight', async ({ page }) => {
	await openTill(page);
	await take(page, 'Garam halus');
	const sold = await sellForCash(page);
	await sold.getByRole('button', { name: 'Cetak struk' }).click();
	await expect(sold.getByText('Printer belum dipilih.')).toBeVisible();
	await sold.getByRole('button', { name: 'Cetak nanti' }).click();
	await nextBuyer(page);
	await page.getByRole('button', { name: 'Menunggu dicetak: 1' }).click();
	const printer = page.getByRole('dialog', { name: 'Printer' });
	await expect(printer.getByText('belum tercetak')).toBeVisible();
	await printer.getByRole('button', { name: /^Jangan cetak/ }).click();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: /^Menunggu dicetak/ })).toHaveCount(0);
});

test('eggs go by the tray, rice by the quarter, and anything else is typed', async ({ page }) => {
	await openTill(page);
	await take(page, 'Telur ayam', 'Beras medium');
	await page.getByRole('button', { name: /^Keranjang,/ }).click();
	await page.getByRole('button', { name: /Ubah jumlah Telur ayam/ }).click();
	const eggs = page.getByRole('dialog', { name: 'Telur ayam' });
	await eggs.getByRole('button', { name: /^rak/ }).click();
	await eggs.getByRole('button', { name: '2 rak' }).click();
	await eggs.getByRole('button', { name: /^Simpan/ }).click();
	await expect(page.getByRole('button', { name: /Ubah jumlah Telur ayam/ })).toContainText('2 rak');
	await page.getByRole('button', { name: /Ubah jumlah Beras medium/ }).click();
	const rice = page.getByRole('dialog', { name: 'Beras medium' });
	await rice.getByRole('button', { name: '¼ kg' }).click();
	await rice.getByLabel('Jumlah lain').fill('1,0005');
	await rice.getByRole('button', { name: /^Simpan/ }).click();
	await expect(rice.getByText('Paling banyak tiga angka di belakang koma.')).toBeVisible();
	await rice.getByLabel('Jumlah lain').fill('1 1/2');
	await rice.getByRole('button', { name: /^Simpan/ }).click();
	await expect(page.getByRole('button', { name: /Ubah jumlah Beras medium/ })).toContainText('1,5 kg');
	await page.getByRole('button', { name: 'Kosongkan' }).click();
	await expect(page.getByText('Keranjang masih kosong.')).toBeVisible();
	await page.getByRole('button', { name: 'Urungkan' }).last().click();
	await expect(page.getByRole('button', { name: /Ubah jumlah/ })).toHaveCount(2);
});

test('English keeps the basket', async ({ page }) => {
	await openTill(page);
	await take(page, 'Gula merah');
	await page.getByLabel('Menu kasir').click();
	await page.getByRole('button', { name: /English/ }).click();
	await expect(page.getByRole('button', { name: /^Pay Rp/ })).toBeVisible();
	await expect(goods(page)).toHaveCount(0);
});
