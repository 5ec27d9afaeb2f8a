/** A resident finds a warung and a price, on a phone whose browser runs no script. */
import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test('from the first page to a price, by place', async ({ page }) => {
	await page.goto('/');
	await page
		.getByRole('link', { name: /Mantikulore/ })
		.first()
		.click();
	await page
		.getByRole('link', { name: /Lasoani/ })
		.first()
		.click();
	await page.getByRole('link', { name: /Kube Lasoani Sejahtera/ }).click();
	await page
		.getByRole('link', { name: /Beras medium/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beras medium');
	await expect(page.getByText(/Rp1\d\.\d{3}/).first()).toBeVisible();
});

test('goods are found by the spelling that people use', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('searchbox').fill('telor');
	await page.getByRole('button', { name: 'Cari' }).click();
	await expect(page.getByRole('link', { name: /Telur ayam/ }).first()).toBeVisible();
});

test('the language is changed in the header and kept', async ({ page }) => {
	await page.goto('/warung');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/warung$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kube shops');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a group that is not there, and one that sleeps, answer alike', async ({ page }) => {
	const unknown = await page.goto('/warung/tidak-ada');
	expect(unknown?.status()).toBe(404);
	await expect(page.getByText('Halaman ini tidak ada')).toBeVisible();
	await expect(page.getByText('DEMO').first()).toBeVisible();
});
