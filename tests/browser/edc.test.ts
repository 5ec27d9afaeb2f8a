/** The bank's card machine in the back office: a decision is taken back, and decided again. */
import { expect, test } from '@playwright/test';
import { personWho, signInAs } from './people.ts';

test('a treasurer takes a decision back, finds the swipe in its list again, and decides anew', async ({ page }) => {
	const person = personWho('treasurer (bendahara), Kube Lasoani');
	await page.setViewportSize({ width: 360, height: 740 });
	await signInAs(page, person, `${person.page}/edc`);
	const differing = page.locator('section', { has: page.getByRole('heading', { name: /^Jumlah berbeda/ }) });
	const before = await differing.getByRole('listitem').count();
	await page.getByRole('link', { name: 'Yang sudah diputuskan' }).click();
	await page.getByRole('link', { name: /Salah ketik di mesin/ }).click();
	const number = /\d{6}/.exec(await page.locator('main').innerText())?.[0] ?? '';
	await page.locator('input[name="reason"]').fill('Slipnya ditemukan lagi');
	await page.getByRole('button', { name: 'Tarik keputusan' }).click();
	await expect(differing.getByRole('listitem')).toHaveCount(before + 1);
	await differing.getByRole('link', { name: new RegExp(number) }).click();
	await page.getByLabel('Jumlah bank yang benar').check();
	await page.locator('form[action="?/pasangan"] input[name="reason"]').fill('Salah ketik di mesin, slipnya ada');
	await page.getByRole('button', { name: 'Pasangkan' }).click();
	await expect(differing.getByRole('listitem')).toHaveCount(before);
	await page.getByRole('link', { name: 'Yang sudah diputuskan' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'Ditarik kembali' })).toHaveCount(1);
});
