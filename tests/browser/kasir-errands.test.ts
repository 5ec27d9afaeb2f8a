/** Every sheet beside selling, on a phone and on a laptop, light and dark: accessible, also without internet, and helped. */
import { expect, test } from '@playwright/test';
import { nextBuyer, openTill, otherOfficer, sellForCash, take } from './counter.ts';
import { bringBack, errand } from './errands.ts';
import { look } from './look.ts';

const shapes = [
	{ name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
	{ name: 'laptop', use: { viewport: { width: 1280, height: 800 } } }
] as const;
/** Lines of the menu whose sheet has the same name. */
const plain = [
	'Beli stok pakai uang laci', 'Tambah uang laci', 'Setor ke bendahara', 'Hitung, rusak, dipakai sendiri', 'Ganti penjaga',
	'Printer', 'Berkas cadangan', 'Bantuan', 'Keluar', 'Cetak label', 'Gesek nanti', 'Barang menyusul', 'Kartu bermasalah'
] as const; // prettier-ignore

for (const { name, use } of shapes)
	test.describe(name, () => {
		test.use(use);
		test('every sheet beside selling is accessible in both themes', async ({ page }) => {
			test.setTimeout(4 * 60_000);
			await openTill(page, otherOfficer);
			await take(page, 'Garam halus');
			await sellForCash(page);
			await nextBuyer(page);
			await page.getByRole('banner').getByRole('button', { name: 'Menu kasir' }).click();
			await look(page, 'menu');
			await page.keyboard.press('Escape');
			for (const line of plain) {
				await errand(page, line);
				await look(page, line);
				await page.keyboard.press('Escape');
				await expect(page.getByRole('dialog')).toHaveCount(0);
			}
			const back = await bringBack(page);
			await look(page, 'give back');
			await back.getByRole('button', { name: 'Bantuan' }).click();
			await look(page, 'help');
		});
	});

test('goods are counted one after another by name and by scanner, each held against the record', async ({ page }) => {
	await openTill(page, otherOfficer);
	const sheet = await errand(page, 'Hitung, rusak, dipakai sendiri');
	const search = sheet.getByRole('searchbox');
	await search.pressSequentially('garam', { delay: 120 });
	await page.keyboard.press('Enter');
	await page.keyboard.type('99999', { delay: 120 });
	await expect(sheet.getByText(/^Lebih .* dari catatan$/)).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(search).toBeFocused();
	await page.keyboard.type('000002');
	await page.keyboard.press('Enter');
	await expect(sheet.getByRole('listitem').filter({ has: page.getByLabel('Jumlah') })).toHaveCount(2);
	await expect(search).toHaveValue('');
	await page.keyboard.type('1', { delay: 120 });
	await expect(sheet.getByRole('button', { name: 'Simpan (2 barang)' })).toBeVisible();
	await expect(sheet.getByText(/dari catatan$|^Sama dengan catatan$/)).toHaveCount(2);
});

test('sheets that were never opened open without internet', async ({ page, context }) => {
	await openTill(page, otherOfficer);
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await page.reload();
	await expect(page.getByRole('list', { name: 'Barang', exact: true })).toBeVisible();
	await context.setOffline(true);
	await errand(page, 'Hitung, rusak, dipakai sendiri');
	await page.getByRole('dialog').getByRole('button', { name: 'Bantuan' }).click();
	await expect(page.getByText('Hasil hitung: tulis jumlah yang benar-benar ada.')).toBeVisible();
});

test('practice is striped, sells, and records nothing', async ({ page }) => {
	await openTill(page, otherOfficer);
	const code = await page.getByText(/^Kasir [A-Z]+/).first().innerText(); // prettier-ignore
	await page.getByRole('banner').getByRole('button', { name: 'Menu kasir' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Latihan' }).click();
	await expect(page.getByText('LATIHAN: tidak dicatat')).toBeVisible();
	await take(page, 'Garam halus');
	await sellForCash(page);
	await nextBuyer(page);
	await page.getByRole('banner').getByRole('button', { name: 'Menu kasir' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Selesai latihan' }).click();
	await expect(page.getByText('LATIHAN: tidak dicatat')).toHaveCount(0);
	await expect(page.getByText(code.split('\n')[0] ?? '').first()).toBeVisible();
	await page.getByRole('button', { name: 'Penjualan hari ini' }).click();
	await expect(page.getByText('Belum ada penjualan hari ini.')).toBeVisible();
});
