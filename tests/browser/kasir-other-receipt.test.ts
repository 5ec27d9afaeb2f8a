/** Goods come back to another till than the one that sold them, without internet: by the codes on the receipt. */
import { expect, type Page, test } from '@playwright/test';
import { openQuestions } from './back-office.ts';
import { allSent, keptOnPhone, openTill, readBooks, sentState, shop, treasurer } from './counter.ts';
import { errand, setSettings, switchSettings } from './errands.ts';
import { writeFilm } from './film.ts';
import { personWho, signInAs } from './people.ts';
import { sellWithPicture } from './lost-phone.ts';
import { ownFolder } from './own-folder.ts';
import { openPhone } from './phone.ts';

const films = ownFolder();

/** Opens the camera over a receipt, from the sheet where goods come back. */
async function openCamera(page: Page) {
	const find = await errand(page, /^Kembalikan/);
	await find.getByRole('button', { name: 'Pindai struk' }).click();
	const camera = page.getByRole('dialog', { name: 'Pindai kode' });
	await expect(camera.getByText('Arahkan kode ke dalam kotak.')).toBeVisible({ timeout: 30_000 });
	return camera;
}

test('a sale of one till comes back at another', async ({ page: office, browser }) => {
	test.setTimeout(4 * 60_000);
	const chair = await browser.newPage({ locale: 'id-ID' });
	await switchSettings(chair, { 'Kode di struk': true });
	await signInAs(office, personWho(treasurer), `/kelola/${shop}`);
	const film = `${films.path}/receipt.y4m`;
	await writeFilm(film, []);
	const [seller, other] = [await openPhone(), await openPhone({ film })];
	try {
		const before = await readBooks(office, ['Garam halus']);
		await openTill(seller.page);
		await keptOnPhone(seller.page);
		await seller.context.setOffline(true);
		const { number, picture } = await sellWithPicture(seller.page, 'Garam halus', 'Garam halus');

		const { page, context } = other;
		await openTill(page);
		await keptOnPhone(page);
		// The reader of codes is kept at its first use, and nothing lies before the camera.
		await (await openCamera(page)).getByRole('button', { name: 'Selesai' }).click();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await context.setOffline(true);
		await page.reload();
		await writeFilm(film, [picture]);
		await openCamera(page);
		const back = page.getByRole('dialog', { name: `Barang kembali dari ${number}` });
		await expect(back).toBeVisible({ timeout: 60_000 });
		await back.getByRole('button', { name: 'Tambah Garam halus' }).click();
		await back.getByText('Tidak jadi').click();
		await back.getByRole('button', { name: 'Kembalikan Rp3.000' }).click();
		await expect(back.locator('pre')).toContainText(number);
		await back.getByRole('button', { name: 'Selesai' }).click();

		// What came back is sent before what was sold: it waits for the sale, and nobody has to look.
		await context.setOffline(false);
		await allSent(page);
		await expect((await openQuestions(office)).filter({ hasText: 'Barang kembali' })).toHaveCount(1);
		await expect(sentState(seller.page, /Belum terkirim: 1/)).toBeVisible();
		await seller.context.setOffline(false);
		await allSent(seller.page);
		await expect((await openQuestions(office)).filter({ hasText: 'Barang kembali' })).toHaveCount(0);
		const after = await readBooks(office, ['Garam halus']);
		expect(after.omzet - before.omzet).toBe(3000);
		expect((before.left['Garam halus'] ?? 0) - (after.left['Garam halus'] ?? 0)).toBe(1);
	} finally {
		await other.context.close();
		await seller.context.close();
		await setSettings(chair, { 'Kode di struk': false });
		await chair.close();
	}
});
