/** A phone that may be lost: its browser can be wiped, and what it gives out is kept. */
import { expect, type Locator, type Page } from '@playwright/test';
import { nextBuyer, receiptNumber, sellForCash, take } from './counter.ts';
import { errand } from './errands.ts';
import type { Phone } from './phone.ts';

/** All that the browser keeps of the app goes, as when a person clears it, or the phone does for want of room. */
export async function wipe({ context, page }: Phone): Promise<void> {
	const { origin } = new URL(page.url());
	// A page that is left is no longer without internet, and would still send.
	await context.route('**/events', (route) => route.abort());
	await page.goto('about:blank');
	const browser = await context.newCDPSession(page);
	await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
	await browser.detach();
	await context.clearCookies();
	await context.unroute('**/events');
}

/** Sells for exact cash, and keeps the receipt as the picture that the till makes of it. */
export async function sellWithPicture(
	page: Page,
	...names: string[]
): Promise<{ readonly number: string; readonly picture: Buffer }> {
	await take(page, ...names);
	const sheet = await sellForCash(page);
	const number = await receiptNumber(sheet);
	const picture = await downloaded(page, sheet.getByRole('button', { name: 'Sebagai gambar' }));
	await nextBuyer(page);
	return { number, picture };
}

/** The file of what is unsent, as the till gives it out. */
export async function keepCopy(page: Page): Promise<Buffer> {
	const sheet = await errand(page, 'Berkas cadangan');
	const file = await downloaded(page, sheet.getByRole('button', { name: 'Simpan berkas cadangan' }));
	await expect(sheet.getByText('Berkas cadangan sudah disimpan')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(sheet).toHaveCount(0);
	return file;
}

async function downloaded(page: Page, button: Locator): Promise<Buffer> {
	const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
	const parts: Buffer[] = [];
	for await (const part of await download.createReadStream()) parts.push(Buffer.from(part as Uint8Array));
	return Buffer.concat(parts);
}
