/** The counter by keyboard, on a laptop. */
import { expect, test } from '@playwright/test';
import { nextBuyer, openTill, otherOfficer, receiptNumber, soldSheet } from './counter.ts';

test.use({ viewport: { width: 1280, height: 800 } });

test('a sale from the first letter to the next buyer without a mouse', async ({ page }) => {
	await openTill(page, otherOfficer);
	const keys = page.keyboard;
	await keys.press('F2');
	await keys.type('telor');
	await keys.press('Enter');
	await keys.type('beras med');
	await keys.press('Enter');
	const basket = page.getByRole('complementary');
	await expect(basket.getByRole('listitem')).toHaveCount(2);
	await expect(basket.getByRole('button', { name: /Ubah jumlah Beras medium/ })).toContainText('1 kg');
	await keys.press('+');
	await expect(basket.getByRole('button', { name: /Ubah jumlah Beras medium/ })).toContainText('1,5 kg');
	await keys.press('-');
	await keys.press('-');
	await expect(basket.getByRole('button', { name: /Ubah jumlah Beras medium/ })).toContainText('¾ kg');
	await basket.getByRole('button', { name: /Ubah jumlah Beras medium/ }).press('Enter');
	await page.getByRole('dialog').getByRole('button', { name: '2 kg' }).press('Enter');
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Simpan/ })
		.press('Enter');
	await expect(basket.getByRole('button', { name: /Ubah jumlah Beras medium/ })).toBeFocused();
	await keys.press('F4');
	// As a person types: what comes faster is a scanner.
	await keys.type('50000', { delay: 90 });
	await expect(page.getByRole('dialog').getByRole('status')).toContainText('Kembalian');
	await keys.press('Enter');
	const first = await receiptNumber(await soldSheet(page));
	await nextBuyer(page, 'Enter');
	await expect(page.getByRole('searchbox')).toBeFocused();

	await keys.type('gula merah');
	await keys.press('Enter');
	await keys.press('F4');
	await keys.press('F8');
	expect(await receiptNumber(await soldSheet(page))).not.toBe(first);
	await keys.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('arrows lead through the goods, also through those not drawn yet', async ({ page }) => {
	await openTill(page, otherOfficer);
	const goods = page.getByRole('list', { name: 'Barang', exact: true }).getByRole('button');
	await goods.first().focus();
	for (let row = 0; row < 12; row += 1) await page.keyboard.press('ArrowDown');
	await expect(page.locator('main button:focus')).toHaveAttribute('data-index', /^[1-9]\d$/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('complementary').getByRole('listitem')).toHaveCount(1);
	await page.keyboard.press('Delete');
	await expect(page.getByText('Keranjang masih kosong.')).toBeVisible();
});
