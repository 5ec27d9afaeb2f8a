/** The yearly check of the scale: kept by the group, said at the counter once it is overdue, and seen by the office. */
import { expect, type Page, test } from '@playwright/test';
import { openTill, shop, take } from './counter.ts';
import { personWho, signInAs } from './people.ts';

const chair = 'chair (ketua), Kube Lasoani';
const overdue = /^Tera timbangan habis 0?3[ /](Mei|05)[ /]2021\./;

async function keepCheck(page: Page, until: string): Promise<void> {
	await page.getByLabel('Jenis izin').selectOption({ label: 'Tera timbangan' });
	await page.getByLabel('Nomor', { exact: true }).fill('510.3/0042/UML');
	await page.getByLabel('Berlaku sampai').fill(until);
	await page.getByRole('button', { name: 'Simpan izin' }).click();
}

/** The card of the scale's check on the page of licences. */
const card = (page: Page) => page.locator('main section, main article, main div.rounded-card').filter({ has: page.getByRole('heading', { name: 'Tera timbangan' }) }).last(); // prettier-ignore

async function withdrawChecks(page: Page): Promise<void> {
	await page.goto(`/kelola/${shop}/kelompok/izin`);
	const heading = page.getByRole('heading', { name: 'Tera timbangan' });
	for (let left = await heading.count(); left > 0; left -= 1) {
		await card(page).getByRole('button', { name: 'Cabut' }).click();
		await expect(heading).toHaveCount(left - 1);
	}
}

const basket = (page: Page) => page.getByRole('list', { name: 'Keranjang', exact: true });

/** Something that is put on the scale. */
async function weigh(page: Page): Promise<void> {
	await take(page, 'Beras medium');
	await expect(basket(page)).toContainText('Beras medium');
}

test('a check that is overdue is said where goods are weighed, and to the office, until the next one', async ({
	page,
	browser
}) => {
	const office = await browser.newPage({ locale: 'id-ID' });
	await signInAs(office, personWho(chair), `/kelola/${shop}/kelompok/izin`);
	await withdrawChecks(office);
	try {
		await keepCheck(office, '');
		await expect(office.getByText('Isi tanggal habisnya')).toBeVisible();
		await keepCheck(office, '2021-05-03');
		await expect(card(office).getByText('Sudah habis')).toBeVisible();

		await openTill(page);
		await take(page, 'Garam halus');
		await expect(basket(page)).toContainText('Garam halus');
		await expect(page.getByText(overdue)).toHaveCount(0);
		await weigh(page);
		await expect(page.getByText(overdue)).toBeVisible();

		const dinsos = await browser.newPage({ locale: 'id-ID' });
		await signInAs(dinsos, personWho('head of the social'), '/dinsos/kube?cari=lasoani');
		await dinsos.getByRole('link', { name: /Lasoani Sejahtera/ }).click();
		await expect(dinsos.getByRole('listitem').filter({ hasText: 'Tera timbangan' })).toContainText('Sudah habis');
		await dinsos.close();
	} finally {
		await keepCheck(office, '2099-05-03');
		await office.close();
	}
	const later = await browser.newPage({ locale: 'id-ID' });
	await openTill(later);
	await weigh(later);
	await expect(later.getByText(/Tera timbangan habis/)).toHaveCount(0);
	await later.close();
});
