/** What is done at a till beside selling, for the tests of it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { allSent, shop } from './counter.ts';
import { personWho, signInAs } from './people.ts';

/** Opens a line of the till's menu and gives the sheet that it leads to. */
export async function errand(page: Page, line: string | RegExp, sheet: string | RegExp = line): Promise<Locator> {
	await page.getByRole('banner').getByRole('button', { name: 'Menu kasir' }).click();
	const menu = page.getByRole('dialog', { name: 'Menu kasir' });
	await menu.getByRole('button', { name: line }).click();
	const opened = page.getByRole('dialog', { name: sheet });
	await expect(opened).toBeVisible();
	return opened;
}

/** Finds the newest sale of today and opens what can be brought back of it. */
export async function bringBack(page: Page): Promise<Locator> {
	const found = await errand(page, /^Kembalikan/);
	await found.getByRole('button', { name: /[A-Z]+-\d{6}/ }).first().click(); // prettier-ignore
	const sheet = page.getByRole('dialog', { name: /^Barang kembali dari/ });
	await expect(sheet.getByRole('listitem').first()).toBeVisible();
	return sheet;
}

/** Switches what a group uses on or off, as its chair. */
export async function switchSettings(page: Page, settings: Readonly<Record<string, boolean>>): Promise<void> {
	await signInAs(page, personWho('chair (ketua), Kube Lasoani'), `/kelola/${shop}/kelompok/pengaturan`);
	await setSettings(page, settings);
}

/** The same for a chair who is signed in. */
export async function setSettings(page: Page, settings: Readonly<Record<string, boolean>>): Promise<void> {
	await page.goto(`/kelola/${shop}/kelompok/pengaturan`);
	for (const [label, isOn] of Object.entries(settings)) await page.getByLabel(label).setChecked(isOn);
	await page.locator('main form button[type="submit"]').first().click();
	await expect(page.getByText('Belum bisa disimpan')).toHaveCount(0);
}

/** Opens the drawer with so much cash in it. */
export async function openDrawer(page: Page, float: number): Promise<void> {
	const open = await errand(page, 'Buka kasir');
	await open.getByLabel('Uang awal di laci').fill(String(float));
	await open.getByRole('button', { name: 'Buka kasir' }).click();
	await expect(page.getByText(`Kasir dibuka dengan Rp${float.toLocaleString('id-ID')} di laci.`)).toBeVisible();
}

/** Closes the drawer in which so much was counted; `says` is what the till says of the difference. */
export async function countDrawer(page: Page, counted: number, says: string): Promise<void> {
	const close = await errand(page, 'Tutup kasir');
	await close.getByLabel('Uang di laci sekarang').fill(String(counted));
	await close.getByRole('button', { name: 'Tutup kasir' }).click();
	const closed = page.getByRole('dialog', { name: 'Kasir ditutup' });
	await expect(closed.getByRole('status').first()).toContainText(says);
	await closed.getByRole('button', { name: 'Selesai' }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** A drawer that the demo, or a test before, left open is a new till's drawer too: it is closed. */
export async function closeDrawer(page: Page): Promise<void> {
	await page.getByRole('banner').getByRole('button', { name: 'Menu kasir' }).click();
	const line = page.getByRole('dialog', { name: 'Menu kasir' }).getByRole('button', { name: /^(Buka|Tutup) kasir$/ });
	const isOpen = (await line.innerText()) === 'Tutup kasir';
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	if (!isOpen) return;
	await countDrawer(page, 100_000, '');
	await allSent(page);
}
