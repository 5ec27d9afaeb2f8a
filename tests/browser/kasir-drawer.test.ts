/** The drawer at the counter: opened and closed over two tills, cash to the treasurer, the bank's business. */
import { expect, test } from '@playwright/test';
import { allSent, nextBuyer, openTill, otherOfficer, sellForCash, shop, take, treasurer } from './counter.ts';
import { closeDrawer, errand, openDrawer, switchSettings } from './errands.ts';
import { personWho, signInAs } from './people.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test('two tills share one drawer: one opens it, both sell, and it is counted once', async ({ page, browser }) => {
	test.setTimeout(3 * 60_000);
	await openTill(page, otherOfficer);
	await closeDrawer(page);
	await openDrawer(page, 100_000);
	await take(page, 'Garam halus');
	await sellForCash(page);
	await nextBuyer(page);
	await allSent(page);

	const other = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'id-ID' });
	await openTill(other, otherOfficer);
	await take(other, 'Gula merah');
	await sellForCash(other);
	await nextBuyer(other);
	await allSent(other);
	await other.close();

	await page.getByRole('banner').getByRole('button', { name: 'Menu kasir' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Muat ulang harga' }).click();
	await expect(page.getByText('Barang dan harga sudah yang terbaru.')).toBeVisible();
	const close = await errand(page, 'Tutup kasir');
	await expect(close.getByText('Menurut catatan')).toHaveCount(0);
	await close.getByLabel('Uang di laci sekarang').fill('111000');
	await expect(close.getByRole('status')).toContainText('Pas');
	await close.getByRole('button', { name: 'Tutup kasir' }).click();
	const closed = page.getByRole('dialog', { name: 'Kasir ditutup' });
	await expect(closed.getByText('1 penjualan di kasir ini')).toBeVisible();
	await expect(closed.getByText(/Laci pas\./)).toBeVisible();
	await closed.getByRole('button', { name: 'Selesai' }).click();
	await allSent(page);
	const books = await page.context().newPage();
	await books.goto('/kelola/kube-balaroa-bangkit/penjualan/giliran');
	await expect(books.locator('main li').first()).toContainText('Laci pas');
	await books.close();
});

test('cash handed to the treasurer waits for their word, and gets it in the books', async ({ page, browser }) => {
	await openTill(page);
	const people = await errand(page, 'Ganti penjaga');
	await people.getByRole('button', { name: personWho('cashier (kasir), Kube Lasoani').name }).click();
	const sheet = await errand(page, 'Setor ke bendahara');
	await sheet.getByLabel('Berapa uangnya?').fill('12345');
	await sheet.getByRole('button', { name: 'Setor Rp12.345' }).click();
	const asked = page.getByRole('dialog', { name: 'Bendahara ada di sini?' });
	await asked.getByRole('button', { name: /^Belum: menunggu/ }).click();
	await expect(page.getByText('Rp12.345 disetor, menunggu konfirmasi bendahara.')).toBeVisible();
	await allSent(page);

	const office = await browser.newPage({ locale: 'id-ID' });
	await signInAs(office, personWho(treasurer), `/kelola/${shop}/penjualan/diperiksa`);
	const questions = office.locator('main li').filter({ hasText: 'Rp12.345' });
	const before = await questions.count();
	expect(before).toBeGreaterThan(0);
	await questions.first().getByRole('button', { name: 'Ya, uangnya benar' }).click();
	await expect(questions).toHaveCount(before - 1);
	await office.close();
});

test('a withdrawal of aid is free of any fee, another service is not', async ({ page, browser }) => {
	const office = await browser.newPage({ locale: 'id-ID' });
	await switchSettings(office, { 'Layanan agen bank': true });
	await office.close();
	await openTill(page);
	const sheet = await errand(page, 'Layanan bank');
	await sheet.getByText('Tarik tunai bantuan').click();
	await expect(sheet.getByText('Bantuan diserahkan utuh.')).toBeVisible();
	await expect(sheet.getByLabel('Biaya layanan')).toHaveCount(0);
	await sheet.getByText('Bayar tagihan').click();
	await sheet.getByLabel('Uang pokok').fill('100000');
	await sheet.getByLabel('Biaya layanan').fill('2500');
	await expect(sheet.getByText('Terima Rp102.500 dari nasabah.')).toBeVisible();
	await sheet.getByRole('button', { name: 'Simpan' }).click();
	await expect(sheet.locator('pre')).toContainText('BAYAR TAGIHAN');
	await expect(sheet.locator('pre')).toContainText('Rp2.500');
	await sheet.getByRole('button', { name: 'Selesai' }).click();
	await allSent(page);
});
