/** Every state of cards and aid at the counter, on a phone and on a laptop, light and dark: what it says, and that everyone can read it. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { under } from './aid-rules.ts';
import {
	allSent,
	keptOnPhone,
	nextBuyer,
	openTill,
	otherOfficer,
	salesToday,
	soldSheet,
	take,
	toPay
} from './counter.ts';
import { bringBack, errand } from './errands.ts';
import { look } from './look.ts';

const shapes = [
	{ name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
	{ name: 'laptop', use: { viewport: { width: 1280, height: 800 } } }
] as const;

const dayAndMoreMs = 30 * 60 * 60_000;
/** Aid buys the first under every list, the other under none. */
const [food, soap] = ['Beras premium', 'Sabun mandi'];

test.afterEach(() => under('SAVINGS'));

for (const { name, use } of shapes)
	test.describe(name, () => {
		test.use(use);
		test.beforeEach(() => test.setTimeout(6 * 60_000));

		test('a mixed basket under a list: which is which, aid first, the rest by cash, and never without paper', async ({
			page
		}) => {
			under('COMMODITY_ONLY');
			await openTill(page, otherOfficer);
			await take(page, food, soap);
			if (name === 'phone') await page.getByRole('button', { name: /^Keranjang,/ }).click();
			await look(page, 'aid basket');
			if (name === 'phone') await page.keyboard.press('Escape');
			const sheet = await toPay(page);
			await sheet.getByRole('button', { name: 'KKS (EDC)' }).click();
			await look(page, 'aid pays first');
			await sheet.getByRole('button', { name: 'Slip sudah keluar' }).click();
			await expect(sheet.getByText('Pilih mesinnya.')).toBeInViewport();
			await look(page, 'aid without a slip');
			await swipe(sheet, slipNumber(name, 1));
			await sheet.getByRole('button', { name: 'Slip sudah keluar' }).click();
			await expect(sheet.getByText('Sisa yang dibayar')).toBeVisible();
			await look(page, 'aid and the rest');
			await sheet.getByRole('button', { name: /^Terima/ }).click();
			await soldSheet(page);
			await look(page, 'sold by aid');
			await askForPaper(page, 'aid receipt');

			await take(page, soap);
			const refused = await toPay(page);
			await refused.getByRole('button', { name: 'KKS (EDC)' }).click();
			await expect(refused.getByText('Tidak ada barang yang bisa dibayar dengan KKS.')).toBeVisible();
			await expect(refused.getByText(/Gesek Rp/)).toHaveCount(0);
			await look(page, 'nothing for aid');
			await refused.getByRole('button', { name: 'Tunai' }).click();
			await refused.getByRole('button', { name: /^Terima/ }).click();
			await nextBuyer(page);
			await allSent(page);
		});

		test('goods that aid paid for are exchanged for others of its list, and never for money', async ({ page }) => {
			under('COMMODITY_ONLY');
			await openTill(page, otherOfficer);
			await sellByAid(page, slipNumber(name, 2));
			await askForPaper(page, null);
			const back = await bringBack(page);
			await expect(back.getByText('Dibayar dengan bantuan: hanya bisa ditukar.')).toBeVisible();
			await expect(back.getByRole('radio', { name: /uang/i })).toHaveCount(0);
			await expect(back.getByText('Uang kembali')).toHaveCount(0);
			await back.getByRole('button', { name: 'Semua barang kembali' }).click();
			await back.getByText('Barang rusak').first().click(); // prettier-ignore
			await look(page, 'aid given back');
			await back.getByRole('button', { name: /^Pilih barang pengganti/ }).click();
			await expect(page.getByText(/^Tukar barang Rp/)).toBeVisible();

			await take(page, 'Garam halus');
			let sheet = await toPay(page);
			await expect(sheet.getByText(/tidak ada uang kembali/)).toBeVisible();
			await look(page, 'aid exchanged for less');
			await expect(sheet.getByRole('button', { name: /^Kembalikan Rp/ })).toHaveCount(0);
			await page.keyboard.press('Escape');
			await take(page, soap, soap, soap);
			sheet = await toPay(page);
			await expect(sheet.getByText(/Barang penggantinya belum cukup yang boleh dengan bantuan/)).toBeVisible();
			await look(page, 'aid exchanged for other than food');
			await page.keyboard.press('Escape');
			await take(page, food);
			sheet = await toPay(page);
			await sheet.getByRole('button', { name: /^Terima/ }).click();
			const sold = await soldSheet(page);
			await expect(sold.locator('pre').first()).toContainText('Tukar');
			await look(page, 'aid exchanged');
		});

		test('while the machine is down a paper stands for the swipe; it is swiped later; the recap names nobody', async ({
			page
		}) => {
			under('COMMODITY_ONLY');
			await openTill(page, otherOfficer);
			await take(page, food);
			const sheet = await toPay(page);
			await sheet.getByRole('button', { name: 'KKS (EDC)' }).click();
			await sheet.getByRole('button', { name: 'EDC bermasalah?' }).click();
			await look(page, 'machine down');
			await sheet.getByRole('button', { name: 'Serahkan, gesek nanti' }).click();
			await soldSheet(page);
			await look(page, 'sold on paper');
			await askForPaper(page, 'paper owed');

			const papers = await errand(page, 'Gesek nanti');
			await look(page, 'papers to swipe');
			await papers.getByRole('button', { name: 'Kartu sudah digesek' }).first().click(); // prettier-ignore
			const paper = page.getByRole('dialog', { name: /^BA-/ });
			await look(page, 'swiping a paper');
			await swipe(paper, slipNumber(name, 3));
			await paper.getByRole('button', { name: 'Simpan' }).click();
			await expect(page.getByText('Tidak ada yang menunggu digesek')).toBeVisible();
			await page.keyboard.press('Escape');

			const trouble = await errand(page, 'Kartu bermasalah');
			await trouble.getByLabel('PIN salah atau lupa').check();
			await trouble.getByRole('button', { name: 'Catat dan buat slip' }).click();
			await expect(trouble.locator('pre')).toContainText('Bawa kartu dan KTP');
			await look(page, 'card in trouble');
			await trouble.getByRole('button', { name: 'Selesai' }).click();

			const sales = await salesToday(page);
			await sales.getByRole('button', { name: 'Kirim rekap hari ini ke grup WA' }).click();
			const recap = sales.locator('pre', { hasText: 'REKAP KARTU' });
			await expect(recap).toContainText('Kartu gagal');
			await look(page, 'recap of cards');
		});

		test('a list that this till has not heard of for a day says so, and selling goes on', async ({ page, context }) => {
			under('COMMODITY_ONLY');
			await openTill(page, otherOfficer);
			await keptOnPhone(page);
			await context.setOffline(true);
			await page.clock.install({ time: Date.now() + dayAndMoreMs });
			await page.reload();
			await take(page, food);
			const sheet = await toPay(page);
			await sheet.getByRole('button', { name: 'KKS (EDC)' }).click();
			await expect(sheet.getByText(/^Daftar bahan pangan terakhir diperbarui/)).toBeVisible();
			await look(page, 'stale list');
			await swipe(sheet, slipNumber(name, 4));
			await expect(sheet.getByRole('button', { name: 'Slip sudah keluar' })).toBeEnabled();
		});

		test('where aid is money its words are nowhere; a coupon shows its own', async ({ page }) => {
			under('SAVINGS');
			await openTill(page, otherOfficer);
			await take(page, food, soap);
			let sheet = await toPay(page);
			await sheet.getByRole('button', { name: 'Kartu (EDC)' }).click();
			await expect(page.getByText(/KKS|[Bb]antuan|[Kk]upon/)).toHaveCount(0);
			await look(page, 'plain card');
			await swipe(sheet, slipNumber(name, 3));
			await expect(sheet.getByText(/^Slip ini sudah dipakai untuk struk|^Mesin: /)).not.toHaveCount(0);
			await look(page, 'plain card typed');
			under('COUPON');
			await page.keyboard.press('Escape');
			await errandOfPrices(page);
			sheet = await toPay(page);
			await sheet.getByRole('button', { name: 'Kupon' }).click();
			await look(page, 'coupon');
			await sheet.getByRole('button', { name: 'Kupon diterima' }).click();
			await expect(sheet.getByText('Ketik nomor yang tercetak di kupon.')).toBeVisible();
			await look(page, 'coupon without a number');
		});
	});

/** Numbers of slips that no other test types. */
function slipNumber(shape: string, at: number): string {
	return `${shape === 'phone' ? 'LP' : 'LL'}000${at}`;
}

/** Types the number of a slip; of several machines one is chosen the first time. */
async function swipe(sheet: Locator, number: string): Promise<void> {
	const field = sheet.getByLabel(/6 angka trace atau approval/);
	await expect(field).toBeVisible();
	const machine = sheet.getByRole('radio').first();
	if (await machine.isVisible()) await machine.click();
	await field.fill(number);
}

async function sellByAid(page: Page, number: string): Promise<void> {
	await take(page, food);
	const sheet = await toPay(page);
	await sheet.getByRole('button', { name: 'KKS (EDC)' }).click();
	await swipe(sheet, number);
	await sheet.getByRole('button', { name: 'Slip sudah keluar' }).click();
	await soldSheet(page);
}

/** Who paid by aid never goes without paper: it is asked for, and its number given where there is no printer. */
async function askForPaper(page: Page, state: string | null): Promise<void> {
	const asked = page.getByRole('dialog', { name: /belum diberikan$/ });
	await expect(async () => {
		if (!(await asked.isVisible())) await page.getByRole('button', { name: 'Penjualan baru' }).click();
		await expect(asked).toBeVisible({ timeout: 500 });
	}).toPass();
	if (state !== null) await look(page, `${state} asked for`);
	await asked.getByRole('button', { name: 'Tidak ada printer' }).click();
	if (state !== null) await look(page, `${state} by its number`);
	await asked.getByRole('button', { name: 'Selesai' }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Asks for the newest prices and rules. */
async function errandOfPrices(page: Page): Promise<void> {
	await page.getByRole('banner').getByRole('button', { name: 'Menu kasir' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Muat ulang harga' }).click();
	await expect(page.getByText('Barang dan harga sudah yang terbaru.')).toBeVisible();
}
