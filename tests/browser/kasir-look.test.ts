/** Every state of the counter, on a phone and on a laptop, light and dark, is accessible and breaks no policy. */
import { expect, type Page, test } from '@playwright/test';
import { goods, nextBuyer, openTill, otherOfficer, salesToday, sellForCash, take, toPay } from './counter.ts';
import { look } from './look.ts';
import { personWho, signInAs } from './people.ts';

const shapes = [
	{ name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
	{ name: 'laptop', use: { viewport: { width: 1280, height: 800 } } }
] as const;

for (const { name, use } of shapes)
	test.describe(name, () => {
		test.use(use);
		test('every state is accessible in both themes', async ({ page }) => {
			test.setTimeout(8 * 60_000);
			const reports = watch(page);
			await openTill(page, otherOfficer);
			await look(page, 'goods');
			await page.getByRole('searchbox').fill('xyzzy');
			await look(page, 'nothing found');
			await page.getByRole('searchbox').fill('');
			await take(page, 'Telur ayam', 'Beras medium');
			if (name === 'phone') await page.getByRole('button', { name: /^Keranjang,/ }).click();
			await look(page, 'basket');
			await page.getByRole('button', { name: /Ubah jumlah/ }).first().click(); // prettier-ignore
			await look(page, 'line');
			await page.getByText('Potongan dan catatan').click();
			await look(page, 'words of a line');
			await page.keyboard.press('Escape');
			await setAside(page);
			await page.getByRole('button', { name: 'Kosongkan' }).click();
			await look(page, 'emptied');
			await page.getByRole('button', { name: 'Urungkan' }).last().click();
			await paying(page);
			await selling(page);
			expect(reports).toEqual([]);
		});
	});

test('the first load of the counter is at most 150 KB of script', async ({ page, context }) => {
	const scripts = new Set<string>();
	let bytes = 0;
	await signInAs(page, personWho(otherOfficer), '/akun');
	const network = await context.newCDPSession(page);
	await network.send('Network.enable');
	network.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
	network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		if (scripts.has(requestId)) bytes += encodedDataLength;
	});
	await page.goto('/kasir');
	await page.getByRole('button', { name: 'Buka kasir' }).click();
	await expect(goods(page).first()).toBeVisible();
	await page.waitForLoadState('networkidle');
	expect(bytes).toBeGreaterThan(0);
	expect(bytes).toBeLessThanOrEqual(150 * 1024);
});

async function paying(page: Page): Promise<void> {
	const sheet = await toPay(page);
	await look(page, 'cash');
	await sheet.getByLabel('Uang diterima').fill('20');
	await look(page, 'too little');
	for (const tender of ['QRIS', 'Transfer']) {
		await sheet.getByRole('button', { name: tender }).click();
		await look(page, tender);
	}
	await sheet.getByRole('button', { name: 'Bayar sebagian saja' }).click();
	await sheet.getByLabel(/Dibayar dengan Transfer/).fill('1000');
	await sheet.getByRole('button', { name: 'Sudah masuk' }).click();
	await look(page, 'split');
	await sheet.getByRole('button', { name: 'Kasbon' }).click();
	await look(page, 'who buys on credit');
	await sheet.getByRole('button', { name: 'Pelanggan baru' }).click();
	await look(page, 'new customer');
	await sheet.getByLabel('Nama panggilan').fill('Bu Lihat');
	await sheet.getByRole('button', { name: 'Simpan pelanggan' }).click();
	await look(page, 'credit');
	await page.keyboard.press('Escape');
}

/** Takes something off the basket, sets it aside and takes it up again. */
async function setAside(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^Potongan( F6)?$/ }).click();
	await look(page, 'discount');
	await page.getByRole('textbox', { name: /^Potongan/ }).fill('500');
	await page.getByRole('button', { name: /^Simpan · jadi/ }).click();
	await page.getByRole('button', { name: 'Simpan dulu' }).click();
	await look(page, 'setting aside');
	await page.getByRole('button', { name: /^Simpan keranjang/ }).click();
	await page.getByRole('button', { name: /^Keranjang disimpan/ }).click();
	await look(page, 'set aside');
	await page.getByRole('button', { name: /^Ambil keranjang/ }).click();
}

async function selling(page: Page): Promise<void> {
	await sellForCash(page);
	await look(page, 'sold');
	await nextBuyer(page);
	const sales = await salesToday(page);
	await look(page, 'sales');
	await sales.getByRole('listitem').getByRole('button').first().click();
	await look(page, 'receipt');
	await page.getByRole('button', { name: 'Batalkan penjualan' }).click();
	await look(page, 'void');
	await openMenu(page);
	await look(page, 'menu');
	await expect(goods(page).first()).toBeVisible();
}

/** What the browser complains of, as it comes. */
function watch(page: Page): string[] {
	const reports: string[] = [];
	page.on('pageerror', (error) => reports.push(error.message));
	page.on('console', (message) => {
		if (/Content Security Policy/i.test(message.text())) reports.push(message.text());
	});
	return reports;
}

/** Opens the menu, once every sheet that comes back behind another is closed. */
async function openMenu(page: Page): Promise<void> {
	await expect(async () => {
		if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
		await page.getByLabel('Menu kasir').click({ timeout: 1000 });
	}).toPass();
}
