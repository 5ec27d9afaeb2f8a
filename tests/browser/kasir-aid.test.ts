/** Days of aid at the counter, by touch: aid as money, held to a list by card or coupon, the machine down, a card swiped twice. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { under } from './aid-rules.ts';
import { allSent, nextBuyer, openTill, otherOfficer, sellForCash, soldSheet, take, toPay } from './counter.ts';
import { errand } from './errands.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
test.afterEach(() => under('SAVINGS'));

/** Types the number of a slip; of several machines one is chosen the first time, and remembered. */
async function swipe(sheet: Locator, number: string): Promise<void> {
	const machine = sheet.getByRole('radio').first();
	const field = sheet.getByLabel(/6 angka trace atau approval/);
	await expect(field).toBeVisible();
	if (await machine.isVisible()) await machine.click();
	await field.fill(number);
}

/** What stands between who paid by aid and the next buyer: paper, or why there is none. */
async function withoutPrinter(page: Page): Promise<string> {
	const asked = page.getByRole('dialog', { name: /belum diberikan$/ });
	await expect(async () => {
		if (!(await asked.isVisible())) await page.getByRole('button', { name: 'Penjualan baru' }).click();
		await expect(asked).toBeVisible({ timeout: 500 });
	}).toPass();
	await asked.getByRole('button', { name: 'Printer rusak' }).click();
	const number = await asked.getByRole('status').locator('p').last().innerText();
	await asked.getByRole('button', { name: 'Selesai' }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	return number;
}

test('where aid is money, a card is a card; the same slip twice is stopped and recorded for the bank', async ({
	page
}) => {
	under('SAVINGS');
	await openTill(page, otherOfficer);
	await take(page, 'Beras premium', 'Sabun mandi');
	let sheet = await toPay(page);
	await expect(sheet.getByText(/KKS|[Bb]antuan|[Kk]upon/)).toHaveCount(0);
	await sheet.getByRole('button', { name: 'Kartu (EDC)' }).click();
	await sheet.getByRole('button', { name: 'Slip sudah keluar' }).click();
	await expect(sheet.getByText('Pilih mesinnya.')).toBeVisible();
	await swipe(sheet, 'zx0001');
	await sheet.getByRole('button', { name: 'Slip sudah keluar' }).click();
	const sold = await soldSheet(page);
	await expect(sold.locator('pre').first()).toContainText('ZX0001');
	await expect(sold.getByText(/KKS|[Bb]antuan/)).toHaveCount(0);
	await nextBuyer(page);

	await take(page, 'Beras premium');
	sheet = await toPay(page);
	await sheet.getByRole('button', { name: 'Kartu (EDC)' }).click();
	await expect(sheet.getByText(/^Mesin: /)).toBeVisible();
	await swipe(sheet, 'ZX0001');
	await expect(sheet.getByText(/^Slip ini sudah dipakai untuk struk/)).toBeVisible();
	await sheet.getByRole('button', { name: 'Catat untuk bank' }).click();
	await expect(sheet.getByText('Sudah dicatat untuk bank.')).toBeVisible();
	await swipe(sheet, 'ZX0002');
	await sheet.getByRole('button', { name: 'Slip sudah keluar' }).click();
	await soldSheet(page);
	await nextBuyer(page);
	await allSent(page);
});

test('under a list the basket says what KKS may buy; it pays that first, cash the rest, and nobody goes without a receipt', async ({
	page
}) => {
	under('COMMODITY_ONLY');
	await openTill(page, otherOfficer);
	await take(page, 'Beras premium', 'Sabun mandi');
	await page.getByRole('button', { name: /^Keranjang,/ }).click();
	const basket = page.getByRole('dialog', { name: 'Keranjang' });
	await expect(basket.getByText('Bisa dengan KKS', { exact: true })).toBeVisible();
	await expect(basket.getByText('Tidak bisa dengan KKS: bukan bahan pangan')).toBeVisible();
	await page.keyboard.press('Escape');
	const sheet = await toPay(page);
	await sheet.getByRole('button', { name: 'KKS (EDC)' }).click();
	await expect(sheet.getByText(/^KKS Rp[\d.]+ \+ tunai Rp[\d.]+$/)).toBeVisible();
	await expect(sheet.getByText(/PIN hanya diketik pemilik kartu/)).toBeVisible();
	await expect(sheet.getByText(/Pembayaran KKS tidak diberi kembalian/)).toBeVisible();
	await sheet.getByRole('checkbox', { name: /^Barang menyusul/ }).check();
	await swipe(sheet, 'ZX0003');
	await sheet.getByRole('button', { name: 'Slip sudah keluar' }).click();
	await expect(sheet.getByText('Sisa yang dibayar')).toBeVisible();
	await sheet.getByRole('button', { name: /^Terima/ }).click();
	const sold = await soldSheet(page);
	await expect(sold.getByText('Kartu dan struk sudah kembali ke pemiliknya')).toBeVisible();
	await expect(sold.locator('pre').first()).toContainText('Bantuan ini uang Bapak/Ibu');
	expect(await withoutPrinter(page)).toMatch(/^[A-Z]+-\d{6}$/);

	const waiting = await errand(page, 'Barang menyusul');
	await waiting.getByRole('button', { name: 'Barang sudah diserahkan' }).click();
	await expect(waiting.getByText('Semua barang sudah diserahkan')).toBeVisible();
	await waiting.getByRole('button', { name: 'Tutup' }).last().click();
	await take(page, 'Sabun mandi');
	const refused = await toPay(page);
	await refused.getByRole('button', { name: 'KKS (EDC)' }).click();
	await expect(refused.getByText('Tidak ada barang yang bisa dibayar dengan KKS.')).toBeVisible();
	await expect(refused.getByRole('button', { name: 'Slip sudah keluar' })).toBeDisabled();
	await page.keyboard.press('Escape');
	await sellForCash(page);
	await nextBuyer(page);
	await allSent(page);
});

test('a coupon pays what it may by its own number', async ({ page }) => {
	under('COUPON');
	await openTill(page, otherOfficer);
	await take(page, 'Beras premium');
	const sheet = await toPay(page);
	await expect(sheet.getByRole('button', { name: 'KKS (EDC)' })).toHaveCount(0);
	await sheet.getByRole('button', { name: 'Kupon' }).click();
	await sheet.getByLabel('Nomor kupon').fill('KP-0017');
	await sheet.getByRole('button', { name: 'Kupon diterima' }).click();
	await expect((await soldSheet(page)).locator('pre').first()).toContainText('KP-0017'.slice(-6));
	await withoutPrinter(page);
	await allSent(page);
});

test('while the machine is down a numbered paper stands for the swipe, until the card was swiped', async ({ page }) => {
	under('CASH_POST');
	await openTill(page, otherOfficer);
	await take(page, 'Beras premium');
	const sheet = await toPay(page);
	await sheet.getByRole('button', { name: 'Kartu (EDC)' }).click();
	await sheet.getByRole('button', { name: 'EDC bermasalah?' }).click();
	await expect(sheet.getByText(/^Ambil dulu, gesek nanti/)).toBeVisible();
	await sheet.getByRole('button', { name: 'Serahkan, gesek nanti' }).click();
	const sold = await soldSheet(page);
	await expect(sold.getByText(/^Berita acara BA-/)).toBeVisible();
	await expect(sold.getByRole('button', { name: 'Cetak berita acara (2 lembar)' })).toBeVisible();
	const number = await withoutPrinter(page);
	expect(number).toMatch(/^BA-[A-Z]+-\d{6}$/);

	const papers = await errand(page, 'Gesek nanti');
	await expect(papers.getByText(number)).toBeVisible();
	await papers.getByRole('button', { name: 'Kartu sudah digesek' }).click();
	const paper = page.getByRole('dialog', { name: number });
	await swipe(paper, 'ZX0004');
	await paper.getByRole('button', { name: 'Simpan' }).click();
	await expect(page.getByText('Tidak ada yang menunggu digesek')).toBeVisible();
	await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).last().click();

	const trouble = await errand(page, 'Kartu bermasalah');
	await trouble.getByLabel('Kartu terblokir').check();
	await trouble.getByRole('button', { name: 'Catat dan buat slip' }).click();
	await expect(trouble.locator('pre')).toContainText('Dinas Sosial');
	await trouble.getByRole('button', { name: 'Selesai' }).click();
	await allSent(page);
});
