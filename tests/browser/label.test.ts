/** Labels on A4, made on a phone whose browser runs no script: their codes are read back from the page itself. */
import { expect, type Locator, test } from '@playwright/test';
import { readPicture } from '#tests/support/zbar.ts';
import { personWho, signInAs } from './people.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 794, height: 1123 }, deviceScaleFactor: 2 });

/** What a scanner reads on one label as it would be printed. */
async function codesOn(label: Locator): Promise<string[]> {
	return readPicture(await label.screenshot());
}

test('the goods that were ticked get a label for each unit, and its code sells that unit', async ({ page }) => {
	const person = personWho('treasurer (bendahara), Kube Lasoani');
	await signInAs(page, person);
	await page.goto(`${person.page}/barang`);
	await page.getByRole('link', { name: 'Label' }).click();
	await page.getByLabel('Air minum botol').check();
	await page.getByRole('button', { name: 'Lihat lembar label' }).click();
	await page.emulateMedia({ media: 'print' });

	const labels = page.locator('main li').filter({ hasText: 'Air minum botol' });
	await expect(labels).toHaveCount(2);
	await expect(labels.nth(1)).toContainText('per dus (24');
	const [bottle = ''] = await codesOn(labels.first());
	expect(bottle).toMatch(/^CODE-128:\d{4}$/);
	expect(await codesOn(labels.nth(1))).toEqual([`${bottle}-dus`]);
});

test('home-made goods say when they were made, and no date before that is taken', async ({ page }) => {
	const person = personWho('treasurer (bendahara), Kube Lasoani');
	await signInAs(page, person);
	const made = `${person.page}/barang/label/buatan`;
	await page.goto(made);
	await page.getByLabel('Barang', { exact: true }).selectOption({ label: 'Bolu pandan' });
	await page.getByLabel('Berat bersih').fill('250 gram');
	await page.getByLabel('Dibuat tanggal').fill('2026-11-20');
	await page.getByLabel('Baik digunakan sebelum').fill('2026-11-19');
	await page.getByRole('button', { name: 'Lihat lembar label' }).click();
	await expect(page.getByText('Tanggal baik sebelum harus sesudah tanggal dibuat.')).toBeVisible();

	await page.getByLabel('Baik digunakan sebelum').fill('2026-12-20');
	await page.getByLabel('Jumlah label').fill('3');
	await page.getByRole('button', { name: 'Lihat lembar label' }).click();
	await page.emulateMedia({ media: 'print' });
	const labels = page.locator('main li').filter({ hasText: 'Baik sebelum' });
	await expect(labels).toHaveCount(3);
	await expect(labels.first()).toContainText('20 Desember 2026');
	expect((await codesOn(labels.first()))[0]).toMatch(/^CODE-128:\d{4}$/);
});
