/** A phone that may be lost: its browser can be wiped, its camera sees a film, and what it gives out is kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Locator, type Page, test } from '@playwright/test';
import { nextBuyer, receiptNumber, sellForCash, take } from './counter.ts';
import { errand } from './errands.ts';

const folders: string[] = [];

/** A new folder that goes when the tests of the file have ended. */
export function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-phone-'));
	folders.push(folder);
	return folder;
}

export function throwFoldersAway(): void {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export interface Phone {
	readonly context: BrowserContext;
	readonly page: Page;
}

interface Kind {
	/** What its browser keeps. */
	readonly profile?: string;
	/** Where the app is, unless it is the run's own server. */
	readonly origin?: string;
	/** The film that its camera sees. */
	readonly film?: string;
}

/** Opens the browser of a phone. */
export async function openPhone({ profile = newFolder(), origin, film }: Kind = {}): Promise<Phone> {
	const { launchOptions, baseURL } = test.info().project.use;
	const at = origin ?? baseURL;
	const camera =
		film === undefined
			? []
			: [
					'--use-fake-ui-for-media-stream',
					'--use-fake-device-for-media-stream',
					`--use-file-for-fake-video-capture=${film}`
				];
	const context = await chromium.launchPersistentContext(profile, {
		...launchOptions,
		...(at === undefined ? {} : { baseURL: at }),
		args: [...(launchOptions?.args ?? []), ...camera],
		viewport: { width: 360, height: 740 },
		hasTouch: true,
		locale: 'id-ID',
		timezoneId: 'Asia/Makassar'
	});
	return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

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

/** Sells one of `names` each for exact cash, and gives the number of the receipt. */
export async function sell(page: Page, ...names: string[]): Promise<string> {
	await take(page, ...names);
	const number = await receiptNumber(await sellForCash(page));
	await nextBuyer(page);
	return number;
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
