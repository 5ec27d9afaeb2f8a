/** An office reads what its region earns and founds a group, in a browser that runs no script. */
import { expect, type Page, test } from '@playwright/test';
import { personWho, signInAs } from './people.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

const head = 'head of the social';

async function untungOn(page: Page): Promise<string> {
	return page.locator('main dl').first().innerText();
}

test('omzet of the city stands with untung and says how far the data are in; regions and groups make it up', async ({
	page
}) => {
	await signInAs(page, personWho(head), '/dinsos');
	const atHome = await untungOn(page);
	await page.locator('main a', { hasText: 'Omzet' }).first().click();
	await expect(page).toHaveURL(/\/dinsos\/omzet/);
	expect(await untungOn(page)).toBe(atHome);
	await expect(page.locator('main')).toContainText(/Data sudah masuk: \d+ dari \d+ Kube/);
	await expect(page.locator('main svg rect').first()).toBeAttached();

	await page.getByRole('link', { name: 'Per Kube' }).click();
	expect(await untungOn(page)).toBe(atHome);
	await page.getByRole('link', { name: 'Per wilayah' }).click();
	await page.getByRole('link', { name: 'Mantikulore' }).click();
	await expect(page).toHaveURL(/wilayah=72\.71\.08/);
	expect(await untungOn(page)).not.toBe(atHome);
	await page.getByRole('link', { name: 'Bulan lalu' }).click();
	await expect(page).toHaveURL(/wilayah=72\.71\.08.*dari=/);
});

test('a region out of reach answers like one that does not exist', async ({ page }) => {
	await signInAs(page, personWho(head), '/dinsos');
	const told: string[] = [];
	for (const region of ['72', '32.73', '99', 'x', '']) {
		const response = await page.goto(`/dinsos/omzet?wilayah=${region}`);
		expect(response?.status()).toBe(404);
		told.push(await page.locator('main').innerText());
	}
	expect(new Set(told).size).toBe(1);
});

test('the administrator keeps the system and sees no money', async ({ page }) => {
	await signInAs(page, personWho('administrator'), '/dinsos');
	await expect(page.locator('main')).not.toContainText('Rp');
	expect((await page.goto('/dinsos/omzet'))?.status()).toBe(403);
});

test('a form that is sent twice founds one group', async ({ page }) => {
	const address = '/dinsos/kube/baru?desa=72.71.08.1005';
	await signInAs(page, personWho(head), address);
	const name = 'Kube Dua Kali';
	const people = ['chair', 'secretary', 'treasurer'].flatMap((office, at) => [
		[`${office}-name`, `Bu ${['Satu', 'Dua', 'Tiga'][at] ?? ''}`],
		[`${office}-phone`, `08990000000${at}`]
	]);
	const form = {
		kiriman: await page.locator('input[name="kiriman"]').inputValue(),
		village: '72.71.08.1005', name, address: 'Jl. Uji 2', kind: 'kue', status: 'active', pendamping: '', minutes: 'Sepakat.',
		'decided-on': await page.locator('input[name="decided-on"]').inputValue(),
		...(Object.fromEntries(people) as Record<string, string>)
	}; // prettier-ignore
	// What a double click sends; browsers differ in whether they send it.
	const headers = { origin: new URL(page.url()).origin, accept: 'text/html' };
	const send = () => page.request.post(address, { form, headers });
	const [first, second] = await Promise.all([send(), send()]);
	expect(first.url()).toMatch(/\/dinsos\/kube\/[0-9a-f-]{36}\?/);
	expect(second.url()).toBe(first.url());
	await page.goto('/dinsos/kube?cari=dua+kali');
	await expect(page.getByRole('link', { name })).toHaveCount(1);
});
