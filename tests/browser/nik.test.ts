/** A member's NIK is masked everywhere, and read only by saying why. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { personWho, signInAs } from './people.ts';

const nik = '7271081506800001';

test('a NIK is written once, shown masked, and read for a reason', async ({ page }) => {
	const person = personWho('chair (ketua), Kube Melati Lasoani');
	await signInAs(page, person);
	await page.goto(`${person.page}/anggota`);
	await page
		.locator(`main a[href^="${person.page}/anggota/"]:visible`)
		.filter({ hasNotText: /Tambah|Pengurus|Impor/ })
		.first()
		.click();
	const member = new URL(page.url()).pathname;

	await page.goto(`${member}/ubah`);
	await page.locator('input[name="nik"]').fill(nik);
	await page.getByRole('button', { name: /Simpan/ }).click();
	await page.goto(member);
	await expect(page.locator('main')).toContainText('0001');
	await expect(page.locator('body')).not.toContainText(nik);

	await page.goto(`${member}/nik`);
	expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()).violations).toEqual([]);
	await page.getByRole('radio').first().check();
	await page.locator('main form button[type="submit"]').last().click();
	await expect(page.locator('main')).toContainText('7271 0815 0680 0001');
	await page.goto(`${member}/nik`);
	await expect(page.locator('body')).not.toContainText('7271 0815 0680 0001');
});
