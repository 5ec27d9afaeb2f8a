/** The counter by keyboard, on a laptop. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { allSent, nextBuyer, openTill, otherOfficer, receiptNumber, soldSheet } from './counter.ts';
import { closeDrawer } from './errands.ts';
import { shiftsShown } from './office.ts';

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

test('a day without a mouse: the drawer opened, sales, goods brought back, the drawer counted', async ({ page }) => {
	test.setTimeout(2 * 60_000);
	await openTill(page, otherOfficer);
	await closeDrawer(page);
	const keys = page.keyboard;
	const open = await byMenu(page, 'Buka kasir');
	await tabTo(page, open.getByLabel('Uang awal di laci'));
	await keys.type('100000', { delay });
	await keys.press('Enter');
	await expect(page.getByText('Kasir dibuka dengan Rp100.000 di laci.')).toBeVisible();

	await sellByKeys(page, 'gula merah', '10000');
	await sellByKeys(page, 'garam halus', null);

	await byMenu(page, /^Kembalikan/);
	await tabTo(page, page.getByRole('dialog').getByRole('button', { name: /[A-Z]+-\d{6}/ }).first()); // prettier-ignore
	await keys.press('Enter');
	const back = page.getByRole('dialog', { name: /^Barang kembali dari/ });
	await tabTo(page, back.getByRole('button', { name: 'Tambah Garam halus' }));
	await keys.press('Enter');
	await chooseByKeys(page, back.getByRole('radio', { name: 'Tidak jadi' }));
	await tabTo(page, back.getByRole('button', { name: 'Kembalikan Rp3.000' }));
	await keys.press('Enter');
	await expect(back.getByRole('status')).toContainText('Rp3.000');
	await tabTo(page, back.getByRole('button', { name: 'Selesai' }));
	await keys.press('Enter');

	const close = await byMenu(page, 'Tutup kasir');
	await tabTo(page, close.getByLabel('Uang di laci sekarang'));
	await keys.type('108000', { delay });
	await expect(close.getByRole('status')).toContainText('Pas');
	await keys.press('Enter');
	const closed = page.getByRole('dialog', { name: 'Kasir ditutup' });
	await tabTo(page, closed.getByRole('button', { name: 'Selesai' }));
	await keys.press('Enter');
	await allSent(page);
	const [shift] = await shiftsShown(page, 'kube-balaroa-bangkit', 1);
	expect([shift?.get('Seharusnya ada'), shift?.get('Selisih'), shift?.get('Banyak penjualan')]).toEqual([108_000, 0, 2]); // prettier-ignore
});

/** Milliseconds between two keys, as a person types: what comes faster is a scanner. */
const delay = 90;
const tabsMax = 120;

/** Tab until it has the focus, as someone does who has no mouse. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
	await expect(wanted).toBeVisible();
	for (let tab = 0; tab < tabsMax; tab += 1) {
		if (await wanted.evaluate((one) => one === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`no Tab leads to ${wanted.toString()}`);
}

/** Opens a line of the menu and gives the sheet that it leads to. */
async function byMenu(page: Page, line: string | RegExp): Promise<Locator> {
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await tabTo(page, page.getByRole('banner').getByRole('button', { name: 'Menu kasir' }));
	await page.keyboard.press('Enter');
	await tabTo(page, page.getByRole('dialog', { name: 'Menu kasir' }).getByRole('button', { name: line }));
	await page.keyboard.press('Enter');
	const sheet = page.getByRole('dialog', { name: line });
	await expect(sheet).toBeVisible();
	return sheet;
}

/** Tab leads into the group of choices, arrows to the one that is wanted. */
async function chooseByKeys(page: Page, wanted: Locator): Promise<void> {
	const name = await wanted.getAttribute('name');
	await tabTo(page, page.locator(`dialog input[name="${name}"]`).first());
	await page.keyboard.press('Space');
	for (let step = 0; step < tabsMax && !(await wanted.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
	await expect(wanted).toBeChecked();
}

/** Sells one of what is searched for; `given` is what the buyer hands over, null for exact cash. */
async function sellByKeys(page: Page, query: string, given: string | null): Promise<void> {
	const keys = page.keyboard;
	await keys.press('F2');
	await keys.type(query, { delay });
	await keys.press('Enter');
	await keys.press('F4');
	await expect(page.getByRole('dialog', { name: 'Bayar' })).toBeVisible();
	if (given === null) await keys.press('F8');
	else {
		await keys.type(given, { delay });
		await expect(page.getByRole('dialog').getByRole('status')).toContainText('Kembalian');
		await keys.press('Enter');
	}
	await soldSheet(page);
	await nextBuyer(page, 'Enter');
}
