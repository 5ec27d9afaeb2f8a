/** What needs another person's word: their PIN, wrong and right, without internet, and what the books say of both afterwards. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import {
	allSent,
	halfOff,
	keptOnPhone,
	nextBuyer,
	openTill,
	receiptNumber,
	shop,
	soldSheet,
	take,
	treasurer
} from './counter.ts';
import { errand, setSettings, switchSettings } from './errands.ts';
import { look } from './look.ts';
import { personWho, type SignIn } from './people.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

const byPin = 'Tiap orang memakai PIN di kasir';
const byTwo = 'Pembatalan perlu orang kedua';
const officer = personWho(treasurer);
const chair = personWho('chair (ketua), Kube Lasoani');
const cashier = personWho('cashier (kasir), Kube Lasoani');
const pins = new Map([
	[officer, '481526'],
	[chair, '730914'],
	[cashier, '265839']
]);
const wrong = '903175';

let office: Page;

test.beforeAll(async ({ browser }) => {
	office = await browser.newPage({ locale: 'id-ID' });
	await switchSettings(office, { [byPin]: true, [byTwo]: true });
});

test.afterAll(async () => {
	await setSettings(office, { [byPin]: false, [byTwo]: false });
	await office.close();
});

test('a large discount and a void take the PIN of another; wrong ones lock it, and both people stand in the books', async ({
	page,
	context
}) => {
	test.setTimeout(4 * 60_000);
	await openTill(page);
	await firstPin(page.getByRole('dialog', { name: 'Siapa yang jaga?' }), officer);
	for (const person of [chair, cashier]) await firstPin(await errand(page, 'Ganti penjaga'), person);
	await keptOnPhone(page);
	await context.setOffline(true);

	await take(page, 'Gula merah');
	await halfOff(page);
	await page.getByRole('button', { name: /^Bayar Rp/ }).last().click(); // prettier-ignore
	await page.getByRole('button', { name: 'Minta izin' }).click();
	const asking = page.getByRole('dialog', { name: 'Minta izin' });
	await look(page, 'leave asked');
	await asking.getByRole('button', { name: officer.name }).click();
	await tap(asking, wrong);
	await expect(asking.getByRole('alert')).toContainText('PIN salah');
	await look(page, 'wrong PIN');
	await tap(asking, pins.get(cashier) ?? '');
	await expect(asking.getByRole('alert')).toContainText('PIN salah');
	await tap(asking, pins.get(officer) ?? '');
	await expect(asking).toHaveCount(0);
	await page
		.getByRole('dialog', { name: 'Bayar' })
		.getByRole('button', { name: /^Terima/ })
		.click();
	const number = await receiptNumber(await soldSheet(page));
	await nextBuyer(page);

	const word = await askToVoid(page, number);
	await word.getByRole('button', { name: officer.name }).click();
	for (let times = 0; times < 5; times += 1) {
		await tap(word, wrong);
		await expect(word.getByRole('alert')).not.toBeEmpty();
	}
	await expect(word.getByRole('alert')).toContainText('Tunggu 1 menit');
	await tap(word, pins.get(officer) ?? '');
	await expect(word.getByRole('alert')).toContainText('Tunggu');
	await look(page, 'PINs locked');

	await page.reload();
	await switchTo(page.getByRole('dialog', { name: 'Siapa yang jaga?' }), cashier);
	const again = await askToVoid(page, number);
	await again.getByRole('button', { name: officer.name }).click();
	await expect(again.getByRole('alert')).toContainText('Tunggu');
	await again.getByRole('button', { name: 'Orang lain' }).click();
	await switchTo(again, chair);
	await expect(page.getByText(new RegExp(`${number} dibatalkan`))).toBeVisible();

	await context.setOffline(false);
	await allSent(page);
	await office.goto(`/kelola/${shop}/penjualan`);
	await office.getByRole('link', { name: number }).click();
	const facts = office.locator('main dl');
	await expect(facts.filter({ hasText: cashier.name }).filter({ hasText: officer.name })).toHaveCount(1);
	await expect(facts.filter({ hasText: cashier.name }).filter({ hasText: chair.name })).toHaveCount(1);
	await office.goto(`/kelola/${shop}/kelompok`);
	await office.getByRole('link', { name: 'Catatan kejadian penting' }).click();
	const trail = office.locator('main tr:visible').filter({ hasText: number });
	await expect(trail.filter({ hasText: 'Membatalkan penjualan' })).toContainText(`disetujui ${chair.name}`);
	await expect(trail.filter({ hasText: 'Menjual dengan izin' })).toContainText(`disetujui ${officer.name}`);
	await expect(trail.filter({ hasText: cashier.name })).toHaveCount(2);
});

async function firstPin(sheet: Locator, person: SignIn): Promise<void> {
	await sheet.getByRole('button', { name: person.name }).click();
	await sheet.getByLabel(`Kata sandi ${person.name}`).fill(person.password);
	await sheet.getByLabel('PIN baru (6 angka)').fill(pins.get(person) ?? '');
	await sheet.getByRole('button', { name: 'Simpan PIN' }).click();
	await expect(sheet).toHaveCount(0);
}

async function switchTo(sheet: Locator, person: SignIn): Promise<void> {
	await sheet.getByRole('button', { name: person.name }).click();
	await tap(sheet, pins.get(person) ?? '');
	await expect(sheet).toHaveCount(0);
}

async function tap(sheet: Locator, digits: string): Promise<void> {
	const pad = sheet.getByRole('group', { name: 'Tombol angka' });
	for (const digit of digits) await pad.getByRole('button', { name: digit, exact: true }).click();
}

/** The newest sale is to be cancelled: gives who is asked. */
async function askToVoid(page: Page, number: string): Promise<Locator> {
	await page.getByRole('button', { name: 'Penjualan hari ini' }).click();
	await page.getByRole('dialog').getByRole('button', { name: number }).click();
	await page.getByRole('button', { name: 'Batalkan penjualan' }).click();
	const sheet = page.getByRole('dialog', { name: /^Batalkan/ });
	await sheet.getByText('Pembeli batal').click();
	await sheet.getByRole('button', { name: 'Batalkan', exact: true }).click();
	const asking = page.getByRole('dialog', { name: 'Siapa yang menyetujui pembatalan?' });
	await expect(asking).toBeVisible();
	return asking;
}
