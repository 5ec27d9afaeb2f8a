/** Filling the basket in every way: set aside and taken up, weighed, scanned, marked, and with more off than a cashier may give. */
import { expect, test } from '@playwright/test';
import {
	goods,
	halfOff,
	nextBuyer,
	openTill,
	otherOfficer,
	sellForCash,
	soldSheet,
	take,
	toPay,
	treasurer
} from './counter.ts';
import { personWho } from './people.ts';
import { scan } from './serial.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const laptop = { viewport: { width: 1280, height: 800 } };

test.describe('by touch', () => {
	test.use(phone);

	test('a basket is set aside for one buyer and taken up again after another', async ({ page }) => {
		await openTill(page, otherOfficer);
		await take(page, 'Gula merah', 'Garam halus');
		const pay = page.getByRole('button', { name: /^Bayar Rp/ });
		const sum = (await pay.textContent()) ?? '';
		await page.getByRole('button', { name: /^Keranjang,/ }).click();
		await page.getByRole('button', { name: 'Simpan dulu' }).click();
		await page.getByLabel(/Ciri pembeli/).fill('Baju merah');
		await page.getByRole('button', { name: /^Simpan keranjang/ }).click();
		await take(page, 'Garam halus');
		await sellForCash(page);
		await nextBuyer(page);
		await page.reload();
		await page.getByRole('button', { name: 'Keranjang disimpan: 1' }).click();
		await page.getByRole('button', { name: 'Ambil keranjang Baju merah' }).click();
		await page.keyboard.press('Escape');
		await expect(pay).toHaveText(sum.trim());
		await expect(page.getByRole('button', { name: /Keranjang disimpan/ })).toHaveCount(0);
	});

	test('350 grams as the scale shows them, and a hundred off', async ({ page }) => {
		await openTill(page, otherOfficer);
		await take(page, 'Beras premium');
		await page.getByRole('button', { name: /^Keranjang,/ }).click();
		await page.getByRole('button', { name: /Ubah jumlah Beras premium/ }).click();
		const line = page.getByRole('dialog', { name: 'Beras premium' });
		await line.getByRole('button', { name: 'Ketik dalam gram' }).click();
		await expect(line.getByLabel('Jumlah lain')).toHaveValue('1000');
		await line.getByLabel('Jumlah lain').fill('350');
		await line.getByText('Potongan dan catatan').click();
		await line.getByRole('textbox', { name: /^Potongan/ }).fill('100');
		await line.getByRole('button', { name: /^Simpan/ }).click();
		await expect(page.getByRole('button', { name: /Ubah jumlah Beras premium/ })).toContainText('0,35 kg');
		await expect(page.getByText('−Rp100')).toBeVisible();
	});

	test('goods with a star stand on the shelf Sering', async ({ page }) => {
		await openTill(page, otherOfficer);
		await page.getByRole('button', { name: 'Sering', exact: true }).click();
		await expect(page.getByText('Rak Sering masih kosong.')).toBeVisible();
		await take(page, 'Kecap manis');
		await page.getByRole('button', { name: /^Keranjang,/ }).click();
		await page.getByRole('button', { name: /Ubah jumlah Kecap manis/ }).click();
		await page.getByRole('button', { name: 'Taruh di rak Sering' }).click();
		for (let sheets = 0; sheets < 2; sheets += 1) await page.keyboard.press('Escape');
		await expect(goods(page)).toHaveCount(1);
		await page.reload();
		await page.getByRole('button', { name: 'Sering', exact: true }).click();
		await expect(goods(page)).toContainText(['Kecap manis']);
	});

	test('more off than a cashier may give needs the word of an officer, who is named where no PINs are used', async ({
		page
	}) => {
		const officer = personWho(treasurer);
		const cashier = personWho('cashier (kasir), Kube Lasoani');
		await openTill(page);
		await page.getByRole('button', { name: 'Menu kasir' }).click();
		await page.getByRole('button', { name: 'Ganti penjaga' }).click();
		await page.getByRole('button', { name: cashier.name }).click();
		await take(page, 'Gula merah');
		await halfOff(page);
		await page
			.getByRole('button', { name: /^Bayar Rp/ })
			.last()
			.click();
		await expect(page.getByText('Potongan lebih dari 10%.')).toBeVisible();
		await page.getByRole('button', { name: 'Minta izin' }).click();
		const asking = page.getByRole('dialog', { name: 'Minta izin' });
		await asking.getByRole('button', { name: officer.name }).click();
		await expect(asking.getByLabel(/PIN/)).toHaveCount(0);
		await asking.getByRole('button', { name: `Saya ${officer.name}, setuju` }).click();
		const sheet = page.getByRole('dialog', { name: 'Bayar' });
		await sheet.getByRole('button', { name: /^Terima/ }).click();
		await soldSheet(page);
	});
});

test.describe('at a laptop', () => {
	test.use(laptop);

	test('a scanner that types puts goods into the basket wherever the cashier is', async ({ page }) => {
		await openTill(page, otherOfficer);
		const basket = page.getByRole('complementary');
		await scan(page, '000001');
		await expect(basket.getByRole('listitem')).toHaveCount(1);
		await page.getByRole('searchbox').focus();
		await scan(page, '000002');
		await expect(basket.getByRole('listitem')).toHaveCount(2);
		await expect(page.getByRole('searchbox')).toHaveValue('');
		await toPay(page);
		await scan(page, '000003');
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await expect(basket.getByRole('listitem')).toHaveCount(3);
		await scan(page, '8999999999995');
		await expect(page.getByText('Kode 8999999999995 belum dikenal. Cari barang dengan namanya.')).toBeVisible();
		await scan(page, '8999999999994');
		await expect(page.getByText('Kodenya salah terbaca.')).toBeVisible();
	});

	test('set aside, take something off and choose how to pay, all by keys', async ({ page }) => {
		await openTill(page, otherOfficer);
		const keys = page.keyboard;
		await keys.press('F2');
		await keys.type('gula merah');
		await keys.press('Enter');
		await keys.press('F6');
		await expect(page.getByRole('textbox', { name: /^Potongan/ })).toBeFocused();
		await keys.type('500');
		await keys.press('Enter');
		await expect(page.getByRole('complementary').getByText('−Rp500')).toBeVisible();
		await keys.press('F7');
		await expect(page.getByRole('textbox', { name: /^Ciri pembeli/ })).toBeFocused();
		await keys.type('meja 2');
		await keys.press('Enter');
		await page.getByRole('button', { name: 'Keranjang disimpan: 1' }).press('Enter');
		await page.getByRole('button', { name: 'Ambil keranjang meja 2' }).press('Enter');
		await keys.press('F4');
		await keys.press('Alt+Digit3');
		await expect(page.getByRole('button', { name: 'Transfer' })).toHaveAttribute('aria-pressed', 'true');
		await page.getByRole('button', { name: 'Sudah masuk' }).press('Enter');
		await soldSheet(page);
	});
});
