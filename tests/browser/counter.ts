/** What a cashier does at the counter, and what the back office says about it, for the tests of the till. */
import { expect, type Locator, type Page } from '@playwright/test';
import { personWho, signInAs } from './people.ts';

export const shop = 'kube-lasoani-sejahtera';
/** The shop whose books are compared; other tests sell at the other one. */
const officer = 'treasurer (bendahara), Kube Lasoani';
export const otherOfficer = 'treasurer (bendahara), Kube Balaroa';
export const treasurer = officer;

/** Makes this new browser a till, as an officer of the group may, and opens it; from then on it asks for nobody. */
export async function openTill(page: Page, who = officer): Promise<void> {
	await signInAs(page, personWho(who), '/kasir');
	await page.getByRole('button', { name: 'Buka kasir' }).click();
	await expect(goods(page).first()).toBeVisible();
}

/** Until the worker has kept the till and answers for its pages. */
export async function keptOnPhone(page: Page): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 30_000 });
}

/** The cards of the goods in sight. */
export function goods(page: Page): Locator {
	return page.getByRole('list', { name: 'Barang', exact: true }).getByRole('button');
}

/** Taps on goods by name, as often as they are named. */
export async function take(page: Page, ...names: string[]): Promise<void> {
	for (const name of names) {
		await page.getByRole('searchbox').fill(name);
		await goods(page).filter({ hasText: name }).first().click();
	}
	await page.getByRole('searchbox').fill('');
}

/** Gives half of what is in the basket away. */
export async function halfOff(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^Keranjang,/ }).click();
	await page.getByRole('button', { name: 'Potongan', exact: true }).click();
	await page.getByRole('button', { name: '%', exact: true }).click();
	await page.getByRole('textbox', { name: /^Potongan/ }).fill('50');
	await page.getByRole('button', { name: /^Simpan · jadi/ }).click();
	await page.keyboard.press('Escape');
}

/** Opens the sheet to pay on. */
export async function toPay(page: Page): Promise<Locator> {
	await page
		.getByRole('button', { name: /^Bayar/ })
		.last()
		.click();
	const sheet = page.getByRole('dialog', { name: 'Bayar' });
	await expect(sheet).toBeVisible();
	return sheet;
}

/** Sells what is in the basket for exact cash and shows the receipt. */
export async function sellForCash(page: Page): Promise<Locator> {
	const sheet = await toPay(page);
	await sheet.getByRole('button', { name: /^Terima/ }).click();
	return soldSheet(page);
}

export async function soldSheet(page: Page): Promise<Locator> {
	const sheet = page.getByRole('dialog', { name: 'Terjual' });
	await expect(sheet).toBeVisible();
	return sheet;
}

/** Goes on to the next buyer. The sheet takes nothing in its first moment, so it is asked until it goes. */
export async function nextBuyer(page: Page, by: 'tap' | 'Enter' = 'tap'): Promise<void> {
	const sheet = page.getByRole('dialog', { name: 'Terjual' });
	await expect(async () => {
		if (by === 'Enter' && (await sheet.isVisible())) await page.keyboard.press('Enter');
		else if (await sheet.isVisible()) await page.getByRole('button', { name: 'Penjualan baru' }).click();
		await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 500 });
	}).toPass();
}

/** The number of the receipt on the screen. */
export async function receiptNumber(sheet: Locator): Promise<string> {
	const [, number] = /Struk\s+(\S+)/.exec(await sheet.locator('pre').innerText()) ?? [];
	return number ?? '';
}

/** Sells one of `names` each for exact cash, and gives the number of the receipt. */
export async function sell(page: Page, ...names: string[]): Promise<string> {
	await take(page, ...names);
	const number = await receiptNumber(await sellForCash(page));
	await nextBuyer(page);
	return number;
}

/** The button in the head that says whether all is sent. */
export function sentState(page: Page, text: RegExp): Locator {
	return page.getByRole('banner').getByRole('button', { name: text });
}

export async function allSent(page: Page): Promise<void> {
	await expect(sentState(page, /Semua terkirim/)).toBeVisible({ timeout: 20_000 });
}

/** Today's sales as the till itself lists them. */
export async function salesToday(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Penjualan hari ini' }).click();
	return page.getByRole('dialog', { name: 'Penjualan hari ini' });
}

/** What the group's books say, read from its pages. */
export interface Books {
	/** Today's omzet in rupiah. */
	readonly omzet: number;
	/** Value of all stock. */
	readonly stockValue: number;
	/** How many are left of goods that are counted by the piece or the packet, by name. */
	readonly left: Readonly<Record<string, number>>;
}

/** Reads the books as the treasurer sees them. */
export async function readBooks(page: Page, names: readonly string[], slug = shop): Promise<Books> {
	await page.goto(`/kelola/${slug}`);
	const omzet = await amount(page.locator('main dd data').first());
	await page.goto(`/kelola/${slug}/stok`);
	const stockValue = await amount(page.locator('main data').first());
	const left: Record<string, number> = {};
	for (const name of names) {
		await page.goto(`/kelola/${slug}/stok?cari=${encodeURIComponent(name)}`);
		const row = await page.getByRole('listitem').filter({ hasText: name }).first().innerText(); // prettier-ignore
		const [, count = ''] = /(−?[\d.]+)\s(?:bungkus|biji)/.exec(row) ?? [];
		left[name] = Number(count.replace('−', '-'));
	}
	return { omzet, stockValue, left };
}

/** The amount that a figure on a page stands for. */
export async function amount(figure: Locator): Promise<number> {
	return Number(await figure.getAttribute('value'));
}
