/** A card number typed into every box of the till, whatever it asks for, is kept nowhere in the browser. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { keptByBrowser } from './browser-keeps.ts';
import { goods, nextBuyer, openTill, otherOfficer, sellForCash, take, toPay } from './counter.ts';
import { bringBack, errand } from './errands.ts';

const card = '5221842100000006';
/** Fewer figures than a scanner sends, so that the till takes them for typing. */
const part = 4;

/** Sheets of the menu in which something can be typed. */
const sheets = [
	'Beli stok pakai uang laci', 'Tambah uang laci', 'Setor ke bendahara', 'Hitung, rusak, dipakai sendiri', 'Cetak label'
] as const; // prettier-ignore

test('no box of the till keeps a card number', async ({ page }) => {
	test.setTimeout(4 * 60_000);
	await openTill(page, otherOfficer);
	await take(page, 'Garam halus');
	await sellForCash(page);
	await nextBuyer(page);
	let typed = 0;
	const everywhere = async (sheet: Locator) => {
		typed += await typeEverywhere(sheet);
		await save(sheet);
		expect(await keptByBrowser(page)).not.toContain(card);
		await closeAll(page);
	};

	for (const name of sheets) await everywhere(await errand(page, name));
	await everywhere(await bringBack(page));
	await everywhere(await errand(page, /^Kembalikan/));

	await take(page, 'Garam halus', 'Gula merah');
	await page.getByRole('button', { name: /^Keranjang,/ }).or(page.getByRole('complementary')).first().click(); // prettier-ignore
	await openAndType(page, /^Potongan( F6)?$/, everywhere);
	await openAndType(page, /Ubah jumlah/, everywhere);
	await openAndType(page, /^Simpan dulu/, everywhere);
	for (const tender of ['Transfer', 'Kartu (EDC)', 'Kasbon']) {
		const sheet = await toPay(page);
		const way = sheet.getByRole('button', { name: tender });
		if ((await way.count()) === 0) {
			await closeAll(page);
			continue;
		}
		await way.click();
		const anew = sheet.getByRole('button', { name: 'Pelanggan baru' });
		await expect(anew.or(sheet.getByRole('textbox')).first()).toBeVisible();
		if (await anew.isVisible()) await anew.click();
		await everywhere(sheet);
	}
	await page.getByRole('searchbox').fill(card);
	expect(await keptByBrowser(page)).not.toContain(card);
	expect(typed).toBeGreaterThan(12);

	// What may be kept is found where the number was looked for.
	await page.getByRole('searchbox').fill('');
	await take(page, 'Garam halus');
	await page.getByRole('button', { name: /^Keranjang,/ }).or(page.getByRole('complementary')).first().click(); // prettier-ignore
	await page.getByRole('button', { name: /^Simpan dulu/ }).first().click(); // prettier-ignore
	const parking = page.getByRole('dialog').last();
	await parking.getByRole('textbox').fill('kebaya hijau');
	await parking.getByRole('button', { name: /^Simpan keranjang/ }).click();
	await expect.poll(() => keptByBrowser(page)).toContain('kebaya hijau');
});

async function openAndType(page: Page, name: RegExp, act: (sheet: Locator) => Promise<void>): Promise<void> {
	await page.getByRole('button', { name }).first().click();
	const sheet = page.getByRole('dialog').last();
	await expect(sheet).toBeVisible();
	const more = sheet.getByText('Potongan dan catatan');
	if ((await more.count()) > 0) await more.click();
	await act(sheet);
}

/** Types the number into every box in sight and gives how many there were. */
async function typeEverywhere(sheet: Locator): Promise<number> {
	const boxes = sheet.locator(
		'input:not([type=radio]):not([type=checkbox]):not([type=date]):not([type=hidden]), textarea'
	);
	await boxes.first().waitFor();
	const count = await boxes.count();
	for (let at = 0; at < count; at += 1) {
		const box = boxes.nth(at);
		if (!(await box.isVisible()) || !(await box.isEditable())) continue;
		await box.fill(card.slice(0, -part));
		await box.pressSequentially(card.slice(-part), { delay: 100 });
	}
	return count;
}

/** Taps whatever would keep what was typed. */
async function save(sheet: Locator): Promise<void> {
	const submit = sheet.locator('button[form], button[type=submit], form button:not([type])').last();
	if ((await submit.count()) > 0 && (await submit.isEnabled())) await submit.click();
}

async function closeAll(page: Page): Promise<void> {
	await expect(async () => {
		if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 500 });
	}).toPass();
	await expect(goods(page).first()).toBeVisible();
}
