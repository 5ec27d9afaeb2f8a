/** Goods that come back over the counter, without internet, and what the books say of it afterwards. */
import { expect, type Page, test } from '@playwright/test';
import { openOffice } from './back-office.ts';
import {
	allSent,
	keptOnPhone,
	nextBuyer,
	openTill,
	readBooks,
	sellForCash,
	sentState,
	shop,
	take,
	toPay
} from './counter.ts';
import { bringBack } from './errands.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

let office: Page;

test.beforeAll(async ({ browser }) => {
	office = await openOffice(browser);
});

test.afterAll(() => office.close());

test('a part of a sale comes back without internet, and once sent the books know it', async ({ page, context }) => {
	const before = await readBooks(office, ['Garam halus', 'Gula merah']);
	await openTill(page);
	await keptOnPhone(page);
	await context.setOffline(true);
	await take(page, 'Garam halus', 'Garam halus', 'Gula merah');
	await sellForCash(page);
	await nextBuyer(page);
	const sheet = await bringBack(page);
	await sheet.getByRole('button', { name: 'Tambah Garam halus' }).click();
	await sheet.getByText('Tidak jadi').click();
	await sheet.getByRole('button', { name: 'Kembalikan Rp3.000' }).click();
	await expect(sheet.getByRole('status')).toContainText('Rp3.000');
	await expect(sheet.locator('pre')).toContainText('BARANG KEMBALI');
	await sheet.getByRole('button', { name: 'Selesai' }).click();
	await expect(sentState(page, /Belum terkirim: 2/)).toBeVisible();

	const again = await bringBack(page);
	await expect(again.getByText('Bisa kembali 1 bungkus')).toBeVisible();
	await page.keyboard.press('Escape');
	await context.setOffline(false);
	await allSent(page);
	const after = await readBooks(office, ['Garam halus', 'Gula merah']);
	expect(after.omzet - before.omzet).toBe(3000 + 8000);
	expect((before.left['Garam halus'] ?? 0) - (after.left['Garam halus'] ?? 0)).toBe(1);
	expect((before.left['Gula merah'] ?? 0) - (after.left['Gula merah'] ?? 0)).toBe(1);
});

/** Sells one of `name` and brings it back for other goods of what it is worth. */
async function sellAndBringBack(page: Page, name: string, worth: string): Promise<void> {
	await take(page, name);
	await sellForCash(page);
	await nextBuyer(page);
	const sheet = await bringBack(page);
	await sheet.getByRole('button', { name: 'Semua barang kembali' }).click();
	await sheet.getByText('Tukar barang lain').click();
	await sheet.getByText('Salah barang').click();
	await sheet.getByRole('button', { name: `Pilih barang pengganti ${worth}` }).click();
}

/** The exchange is over, and nobody has to look at it. */
async function expectExchanged(page: Page): Promise<void> {
	await nextBuyer(page);
	await expect(page.getByText(/Tukar barang Rp/)).toHaveCount(0);
	await allSent(page);
	await office.goto(`/kelola/${shop}/penjualan/diperiksa`);
	await expect(office.getByText('Tukar')).toHaveCount(0);
}

test('goods are exchanged for others, and only the difference is paid', async ({ page }) => {
	await openTill(page);
	await sellAndBringBack(page, 'Garam halus', 'Rp3.000');
	await expect(page.getByText(/Tukar barang Rp3\.000 dari/)).toBeVisible();
	await take(page, 'Gula merah');
	const pay = await toPay(page);
	await pay.getByRole('button', { name: 'Terima Rp5.000' }).click();
	const sold = page.getByRole('dialog', { name: 'Terjual' });
	await expect(sold.locator('pre').first()).toContainText('Tukar');
	await expectExchanged(page);
});

test('what cheaper goods do not need goes back, is seen before it is done, and stands on the receipt', async ({
	page
}) => {
	await openTill(page);
	await sellAndBringBack(page, 'Gula merah', 'Rp8.000');
	await take(page, 'Garam halus');
	const pay = await toPay(page);
	await expect(pay.getByText('Sisa Rp5.000 kembali ke pembeli: Tunai Rp5.000.')).toBeVisible();
	await pay.getByRole('button', { name: 'Tambah barang' }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await (await toPay(page)).getByRole('button', { name: 'Kembalikan Rp5.000, selesai' }).click();
	const sold = page.getByRole('dialog', { name: 'Terjual' });
	await expect(sold.getByText('Sisa tukar untuk pembeli')).toBeVisible();
	const slip = sold.locator('pre', { hasText: 'BARANG KEMBALI' });
	await expect(slip).toContainText(/Tukar barang +Rp3\.000/);
	await expect(slip).toContainText(/Tunai +Rp5\.000/);
	await expectExchanged(page);
});

test('a sale of which a part came back is not cancelled as a whole', async ({ page }) => {
	await openTill(page);
	await take(page, 'Garam halus', 'Garam halus');
	await sellForCash(page);
	await nextBuyer(page);
	const sheet = await bringBack(page);
	await sheet.getByRole('button', { name: 'Tambah Garam halus' }).click();
	await sheet.getByText('Barang rusak').click();
	await sheet.getByText('Rusak, tidak bisa dijual').click();
	await sheet.getByRole('button', { name: /^Kembalikan Rp/ }).click();
	await sheet.getByRole('button', { name: 'Selesai' }).click();
	await page.getByRole('button', { name: 'Penjualan hari ini' }).click();
	await page.getByRole('dialog').getByRole('button', { name: /[A-Z]+-\d{6}/ }).first().click(); // prettier-ignore
	await expect(page.getByText('Sebagian barangnya sudah kembali.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Batalkan penjualan' })).toHaveCount(0);
});
