/** Rules of aid by two people of an office, as they see them, and what a shop's wall and till make of them. */
import { expect, type Page, test } from '@playwright/test';
import { under } from './aid-rules.ts';
import { openTill, shop, take, toPay } from './counter.ts';
import { look } from './look.ts';
import { personWho, type SignIn, signInAs } from './people.ts';

const phone = { width: 360, height: 740 };
const laptop = { width: 1280, height: 800 };
const village = { code: '72.71.08.1005', name: 'Lasoani' };
const [first, second] = [personWho('head of the social'), personWho('staff of the social')];

test.use({ viewport: phone });
test.describe.configure({ mode: 'serial' });

let one: Page;
let other: Page;

test.beforeAll(async ({ browser }) => {
	const open = async (person: SignIn) => {
		const page = await (await browser.newContext({ viewport: phone })).newPage();
		await signInAs(page, person, '/dinsos/bantuan');
		return page;
	};
	[one, other] = [await open(first), await open(second)];
});

test.afterAll(async () => {
	// Aid is money again in that village: its shop sells for other tests too.
	under('SAVINGS', shop, await today(one));
	await Promise.all([one.context().close(), other.context().close()]);
});

test('a rule is proposed by one of the office for a village, and holds once another confirmed it', async () => {
	await propose(one, 'Usulkan aturan', async () => {
		await one.getByText('Kartu KKS untuk bahan pangan tertentu').first().click();
		await one.getByLabel('Nama program').fill('Sembako Uji');
	});
	const address = one.url();
	await expect(one.getByText('Pengusul tidak bisa mengonfirmasi sendiri.')).toBeVisible();
	await expect(one.getByRole('button', { name: 'Konfirmasi' })).toHaveCount(0);
	await bothSizes(one, 'rule proposed');

	await other.goto('/dinsos/bantuan');
	await expect(other.getByRole('heading', { name: 'Menunggu orang kedua' })).toBeVisible();
	await bothSizes(other, 'rules with one waiting');
	await other.getByRole('link', { name: /Sembako Uji/ }).click();
	await expect(other.locator('main')).toContainText(first.name);
	await bothSizes(other, 'rule to decide');
	await other.getByRole('button', { name: 'Konfirmasi' }).click();
	await expect(other.locator('main')).toContainText('Berlaku');
	await expect(other.locator('main')).toContainText(second.name);
	await one.goto(address);
	await expect(one.locator('main')).toContainText(second.name);
	await expect(one.getByRole('button', { name: /Konfirmasi|Tolak/ })).toHaveCount(0);
	await bothSizes(one, 'rule confirmed');
});

test('a list is proposed with what is fresh, and refused with a reason that both can read', async () => {
	await propose(other, 'Usulkan daftar pangan', async () => {
		await other.getByLabel('Vitamin dan mineral').selectOption({ label: 'Tidak masuk daftar' });
		await bothSizes(other, 'proposing a list');
	});
	const address = other.url();
	await one.goto(address);
	await one.getByRole('button', { name: 'Tolak usulan' }).click();
	await expect(one.locator('textarea[name="why"]')).toBeFocused();
	await one.locator('textarea[name="why"]').fill('Nomor suratnya keliru.');
	await one.getByRole('button', { name: 'Tolak usulan' }).click();
	await expect(one.locator('main')).toContainText('Ditolak');
	await other.reload();
	await expect(other.locator('main')).toContainText('Nomor suratnya keliru.');
	await expect(other.locator('main')).toContainText(first.name);
	await bothSizes(other, 'list refused');
});

test('what was proposed wrongly says so at its field, and keeps what was typed', async () => {
	await one.goto(`/dinsos/bantuan/aturan?wilayah=${village.code}`);
	await one.getByLabel('Nama program').fill('Program Lama');
	await one.getByText('Kartu KKS untuk bahan pangan tertentu').first().click();
	await one.getByLabel('Mulai berlaku').fill('2020-01-01');
	await one.getByLabel('Dasar aturan').fill('SK 1');
	await one.getByRole('button', { name: 'Kirim usulan' }).click();
	await expect(one.getByRole('alert')).toBeVisible();
	await expect(one.getByLabel('Nama program')).toHaveValue('Program Lama');
	await bothSizes(one, 'rule proposed wrongly');
});

test('from then on the wall of its shops marks what aid may buy, and their tills hold to it', async ({ browser }) => {
	const office = await (await browser.newContext({ viewport: phone })).newPage();
	await signInAs(office, personWho('chair (ketua), Kube Lasoani'), `/kelola/${shop}/barang/daftar-harga`);
	await bothSizes(office, 'price list under a list');
	await office.emulateMedia({ media: 'print' });
	const list = office.getByRole('article');
	await expect(list.getByRole('heading', { name: 'Karbohidrat' })).toBeVisible();
	await expect(list).toContainText('✓ = bisa dibeli dengan bantuan pangan');
	await expect(list).toContainText(/\d{1,2} \w+ 20\d\d/);
	await expect(list).toContainText('Pengaduan');
	await expect(list.getByRole('row').filter({ hasText: 'Beras premium' })).toContainText('✓');
	await expect(list.getByRole('row').filter({ hasText: 'Sabun mandi' })).not.toContainText('✓');
	await expect(office.getByRole('navigation').first()).toBeHidden();
	await office.context().close();

	const till = await browser.newPage({ locale: 'id-ID', viewport: phone });
	await openTill(till);
	await take(till, 'Beras premium', 'Sabun mandi');
	await till.getByRole('button', { name: /^Keranjang,/ }).click();
	await expect(till.getByText('Bisa dengan KKS', { exact: true })).toBeVisible();
	await expect(till.getByText('Tidak bisa dengan KKS: bukan bahan pangan')).toBeVisible();
	await till.keyboard.press('Escape');
	await expect((await toPay(till)).getByRole('button', { name: 'KKS (EDC)' })).toBeVisible();
	await till.close();
});

/** Proposes for the village, by searching for it. */
async function propose(page: Page, what: string, fill: () => Promise<void>): Promise<void> {
	await page.goto('/dinsos/bantuan');
	await page.getByRole('link', { name: what }).click();
	await page.getByRole('link', { name: 'Pilih kecamatan atau kelurahan lain' }).click();
	await page.getByRole('searchbox').fill(village.name);
	await page.getByRole('searchbox').press('Enter');
	await page.getByRole('link', { name: new RegExp(village.name) }).first().click(); // prettier-ignore
	await fill();
	await page.getByLabel('Dasar aturan').fill('SK Uji 12/2026');
	await bothSizes(page, what);
	await page.getByRole('button', { name: 'Kirim usulan' }).click();
	await expect(page).toHaveURL(/\/dinsos\/bantuan\/[0-9a-f-]{36}/);
}

/** Looks at a page on a laptop in the light and on a phone in the dark. */
async function bothSizes(page: Page, state: string): Promise<void> {
	for (const [size, theme] of [
		[laptop, 'light'],
		[phone, 'dark']
	] as const) {
		await page.setViewportSize(size);
		await look(page, state, [theme]);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width, `${state} is no wider than the screen`).toBeLessThanOrEqual(size.width);
	}
}

/** The office's day, as its form begins with it. */
async function today(page: Page): Promise<string> {
	await page.goto('/dinsos/bantuan/aturan');
	return page.getByLabel('Mulai berlaku').inputValue();
}
