/** Paying in every way at the counter, by touch: split, on credit to the limit and back, by the group's QRIS. */
import { expect, type Page, test } from '@playwright/test';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { readStaticQris, withAmount } from '#lib/payments/qris.ts';
import { qrCode, qrPath } from '#lib/printing/qr.ts';
import { allSent, amount, keptOnPhone, nextBuyer, openTill, otherOfficer, soldSheet, take, toPay } from './counter.ts';
import { personWho, signInAs } from './people.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

/** Made by the standard; the merchant and its numbers do not exist. */
const printed =
	'00020101021126420016ID.CO.CONTOH.WWW011893600099000000000051440014ID.CO.QRIS.WWW0215ID00000000000000303UMI' +
	'5204541153033605802ID5912KUBE BALAROA6004PALU61059422863041562';

test('twenty thousand in cash, the rest by transfer', async ({ page }) => {
	await openTill(page, otherOfficer);
	await take(page, 'Beras premium', 'Beras premium', 'Beras premium');
	const sheet = await toPay(page);
	const due = await amount(sheet.locator('data').first());
	await sheet.getByRole('button', { name: '2', exact: true }).click();
	for (const key of ['0', '000']) await sheet.getByRole('button', { name: key, exact: true }).click();
	await sheet.getByRole('button', { name: 'Terima Rp20.000, sisanya cara lain' }).click();
	await expect(sheet.getByText('Sisa yang dibayar')).toBeVisible();
	await sheet.getByRole('button', { name: 'Transfer' }).click();
	expect(await amount(sheet.locator('data').nth(1))).toBe(due - 20_000);
	await sheet.getByLabel(/Nomor rujukan/).fill('4111 1111 1111 1111');
	await expect(sheet.getByText('Angka itu seperti nomor kartu bank.')).toBeVisible();
	await sheet.getByLabel(/Nomor rujukan/).fill('TRF 20261121');
	await sheet.getByRole('button', { name: 'Sudah masuk' }).click();
	const sold = await soldSheet(page);
	await expect(sold.getByText('Dibayar dengan Tunai + Transfer')).toBeVisible();
	await expect(sold.locator('pre')).toContainText(/Tunai\s+Rp20\.000/);
	await nextBuyer(page);
	await allSent(page);
});

test('a part that was taken back is left to pay again', async ({ page }) => {
	await openTill(page, otherOfficer);
	await take(page, 'Beras premium');
	const sheet = await toPay(page);
	const due = await amount(sheet.locator('data').first());
	await sheet.getByRole('button', { name: 'Transfer' }).click();
	await sheet.getByRole('button', { name: 'Bayar sebagian saja' }).click();
	await sheet.getByLabel(/Dibayar dengan Transfer/).fill('5000');
	await sheet.getByRole('button', { name: 'Sudah masuk' }).click();
	await expect(sheet.getByText('Sisa yang dibayar')).toBeVisible();
	await sheet.getByRole('button', { name: /^Hapus Transfer Rp5.000/ }).click();
	expect(await amount(sheet.locator('data').first())).toBe(Math.floor(due / 100) * 100);
});

test('credit goes to its limit and no further, also without internet, and on again when some is paid back', async ({
	page,
	context
}) => {
	await openTill(page, otherOfficer);
	await keptOnPhone(page);
	await context.setOffline(true);
	await take(page, 'Beras premium');
	await setQuantity(page, 'Beras premium', '10');
	let sheet = await toPay(page);
	const due = await amount(sheet.locator('data').first());
	await sheet.getByRole('button', { name: 'Kasbon' }).click();
	await sheet.getByRole('button', { name: 'Pelanggan baru' }).click();
	await sheet.getByLabel('Nama panggilan').fill('Bu Uji');
	await sheet.getByRole('button', { name: 'Simpan pelanggan' }).click();
	await expect(sheet.getByText('Kasbon Bu Uji: Rp0 dari batas Rp150.000')).toBeVisible();
	await sheet.getByRole('button', { name: /^Catat kasbon/ }).click();
	await soldSheet(page);
	await nextBuyer(page);

	await take(page, 'Beras premium');
	sheet = await toPay(page);
	await chooseBuyer(page, 'Bu Uji');
	const room = 150_000 - due;
	await expect(sheet.getByText(`Kasbon Bu Uji tinggal bisa ${shown(room)} lagi.`)).toBeVisible();
	await expect(sheet.getByRole('button', { name: /^Catat kasbon/ })).toBeDisabled();
	await sheet.getByRole('button', { name: `Kasbon ${shown(room)}, sisanya cara lain` }).click();
	await sheet.getByRole('button', { name: `Kasbon ${shown(room)}, sisanya cara lain` }).click();
	await sheet.getByRole('button', { name: /^Terima/ }).click();
	await soldSheet(page);
	await nextBuyer(page);

	await take(page, 'Garam halus');
	sheet = await toPay(page);
	await chooseBuyer(page, 'Bu Uji');
	await expect(sheet.getByText('Kasbon Bu Uji sudah sampai batas Rp150.000.')).toBeVisible();
	await page.keyboard.press('Escape');

	await page.getByRole('button', { name: 'Menu kasir' }).click();
	await page.getByRole('button', { name: 'Bayar kasbon' }).click();
	const paying = page.getByRole('dialog', { name: 'Bayar kasbon' });
	await paying.getByRole('button', { name: /Bu Uji/ }).click();
	await paying.getByRole('button', { name: 'Rp50.000', exact: true }).click();
	await paying.getByRole('button', { name: 'Terima Rp50.000' }).click();
	await expect(paying.locator('pre')).toContainText(/Sisa kasbon\s+Rp100\.000/);
	await paying.getByRole('button', { name: 'Selesai' }).click();
	await toPay(page);
	await chooseBuyer(page, 'Bu Uji');
	await page.getByRole('button', { name: /^Catat kasbon/ }).click();
	await soldSheet(page);
	await nextBuyer(page);
	await context.setOffline(false);
	await allSent(page);
});

test("the group's QRIS is shown with the amount in it", async ({ page, browser }) => {
	const office = await browser.newPage();
	const treasurer = personWho(otherOfficer);
	await signInAs(office, treasurer, `${treasurer.page}/kelompok/rekening`);
	await office.getByLabel(/Isi kode QRIS/).fill(printed);
	await office.getByRole('button', { name: 'Simpan QRIS' }).click();
	await expect(office.getByText('Atas nama KUBE BALAROA', { exact: true })).toBeVisible();
	await office.close();

	await openTill(page, otherOfficer);
	await take(page, 'Garam halus');
	const sheet = await toPay(page);
	await sheet.getByRole('button', { name: 'QRIS' }).click();
	const due = await amount(sheet.locator('data').first());
	const asked = withAmount(readStaticQris(printed), rupiah(due), rupiah(10_000_000));
	const picture = sheet.getByRole('img', { name: /Kode QRIS KUBE BALAROA/ });
	await expect(picture.locator('path')).toHaveAttribute('d', qrPath(qrCode(asked)));
	await sheet.getByRole('button', { name: 'Tidak terbaca? Pakai kode tetap' }).click();
	await expect(sheet.locator('[data-qris] path')).toHaveAttribute('d', qrPath(qrCode(printed)));
	await expect(sheet.getByText('Uangnya sudah masuk?')).toBeVisible();
	await sheet.getByRole('button', { name: 'Sudah masuk' }).click();
	await soldSheet(page);
});

async function chooseBuyer(page: Page, name: string): Promise<void> {
	const sheet = page.getByRole('dialog', { name: 'Bayar' });
	await sheet.getByRole('button', { name: 'Kasbon', exact: true }).click();
	await sheet.getByRole('button', { name: new RegExp(name) }).click();
}

async function setQuantity(page: Page, name: string, quantity: string): Promise<void> {
	await page.getByRole('button', { name: /^Keranjang,/ }).click();
	await page.getByRole('button', { name: new RegExp(`Ubah jumlah ${name}`) }).click();
	const line = page.getByRole('dialog', { name });
	await line.getByLabel('Jumlah lain').fill(quantity);
	await line.getByRole('button', { name: /^Simpan/ }).click();
	await page.keyboard.press('Escape');
}

function shown(rupiahs: number): string {
	return `Rp${rupiahs.toLocaleString('id-ID')}`;
}
