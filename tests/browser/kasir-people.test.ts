/** People at the counter: PINs and the wait after wrong ones, and a phone that becomes a till by the QR of another. */
import { expect, type Page, test } from '@playwright/test';
import { readPicture } from '../support/zbar.ts';
import { keptByBrowser } from './browser-keeps.ts';
import { goods, keptOnPhone, openTill, shop, treasurer } from './counter.ts';
import { errand, switchSettings } from './errands.ts';
import { personWho, signInAs } from './people.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

const pin = '481526';

async function tap(page: Page, digits: string): Promise<void> {
	for (const digit of digits) await page.getByRole('group', { name: 'Tombol angka' }).getByRole('button', { name: digit, exact: true }).click(); // prettier-ignore
}

test('a first PIN takes the password once; then it opens without internet, and wrong ones make wait', async ({
	page,
	context,
	browser
}) => {
	test.setTimeout(4 * 60_000);
	const office = await browser.newPage({ locale: 'id-ID' });
	await switchSettings(office, { 'Tiap orang memakai PIN di kasir': true });
	try {
		await openTill(page);
		const who = page.getByRole('dialog', { name: 'Siapa yang jaga?' });
		const { name, password } = personWho(treasurer);
		await who.getByRole('button', { name }).click();
		await who.getByLabel(`Kata sandi ${name}`).fill('salah-sekali');
		await who.getByLabel('PIN baru (6 angka)').fill('123456');
		await who.getByRole('button', { name: 'Simpan PIN' }).click();
		await expect(who.getByText('PIN itu terlalu mudah ditebak.')).toBeVisible();
		await who.getByLabel('PIN baru (6 angka)').fill(pin);
		await who.getByRole('button', { name: 'Simpan PIN' }).click();
		await expect(who.getByText('Kata sandi salah.')).toBeVisible();
		await who.getByLabel(`Kata sandi ${name}`).fill(password);
		await who.getByRole('button', { name: 'Simpan PIN' }).click();
		await expect(who).toHaveCount(0);
		const kept = await keptByBrowser(page);
		expect(kept, 'the PIN is kept sealed').toContain('"seal"');
		for (const secret of [pin, password]) expect(kept).not.toContain(`"${secret}"`);

		await keptOnPhone(page);
		await context.setOffline(true);
		const people = await errand(page, 'Ganti penjaga');
		await people.getByRole('button', { name }).click();
		await expect(people.getByText(`PIN ${name}`)).toBeVisible();
		for (let wrong = 0; wrong < 5; wrong += 1) {
			await tap(page, '111222');
			await expect(people.getByRole('alert')).not.toBeEmpty();
		}
		await expect(people.getByRole('alert')).toContainText('Tunggu 1 menit');
		await tap(page, pin);
		await expect(people.getByRole('alert')).toContainText('Tunggu');
		await context.setOffline(false);
	} finally {
		await office.goto(`/kelola/${shop}/kelompok/pengaturan`);
		await office.getByLabel('Tiap orang memakai PIN di kasir').uncheck();
		await office.locator('main form button[type="submit"]').first().click();
		await office.close();
	}
});

test('a phone becomes a till by the code on another screen, without signing in, and once only', async ({
	page,
	browser
}) => {
	const office = await browser.newPage({ locale: 'id-ID' });
	await signInAs(office, personWho(treasurer), `/kelola/${shop}/kelompok/kasir/daftar`);
	await office.getByRole('button', { name: 'Tampilkan kode QR' }).click();
	const picture = await office.getByRole('img', { name: 'Kode QR pendaftaran kasir' }).screenshot();
	await office.close();
	const address = new URL((readPicture(picture)[0] ?? '').replace('QR-Code:', ''));
	const here = `/kasir/daftar${address.hash}`;

	await page.goto(here);
	await page.getByRole('button', { name: 'Daftarkan', exact: true }).click();
	await expect(page).toHaveURL(new RegExp(`/kasir/${shop}$`));
	await expect(goods(page).first()).toBeVisible();
	const stranger = await browser.newPage({ locale: 'id-ID' });
	await stranger.goto(new URL(here, page.url()).href);
	await stranger.getByRole('button', { name: 'Daftarkan', exact: true }).click();
	await expect(stranger.getByRole('alert')).toBeVisible();
	await stranger.close();
});

test('an address without a code says what to do', async ({ page }) => {
	await page.goto('/kasir/daftar');
	await expect(page.getByText('Kode pendaftaran ini tidak lengkap.')).toBeVisible();
	await expect(page.getByText('Begini caranya')).toBeVisible();
});
