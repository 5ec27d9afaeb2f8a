/** A server that comes back from a backup older than the last sale: the till finds out, says so, and sends again. */
import { expect, type Page, test } from '@playwright/test';
import { openOffice, timesSold } from './back-office.ts';
import { allSent, goods, keptOnPhone, openTill, readBooks, sell, sentState } from './counter.ts';
import { type OwnServer, ownServer } from './own-server.ts';
import { openPhone, type Phone } from './phone.ts';

const salt = ['Garam halus'];
let server: OwnServer;
let office: Page;
let phone: Phone;

test.beforeEach(async ({ browser }) => {
	server = await ownServer();
	office = await openOffice(browser, server.origin);
	phone = await openPhone({ origin: server.origin });
	await openTill(phone.page);
	await keptOnPhone(phone.page);
});

test.afterEach(async () => {
	await phone.context.close();
	await office.close();
	await server.end();
});

/** Sells, is backed up, sells on, and is restored: the sales of before and after the backup. */
async function restored(): Promise<readonly string[]> {
	const { page } = phone;
	const sold = [await sell(page, ...salt), await sell(page, ...salt)];
	await allSent(page);
	server.backUp();
	sold.push(await sell(page, ...salt), await sell(page, ...salt, ...salt));
	await allSent(page);
	await expect.poll(() => timesSold(office, sold[3] ?? '')).toBe(1);
	await phone.context.setOffline(true);
	await server.restore();
	expect(await timesSold(office, sold[1] ?? '')).toBe(1);
	expect(await timesSold(office, sold[2] ?? '')).toBe(0);
	return sold;
}

async function saysSo(): Promise<void> {
	const { page } = phone;
	await allSent(page);
	await sentState(page, /Semua terkirim/).click();
	const words = page.getByText('Server dipulihkan dari salinan lama. Penjualan dari kasir ini sudah dikirim lagi.');
	await expect(words).toBeVisible({ timeout: 20_000 });
}

test('the next sale finds it out, and every sale is there once', async () => {
	test.setTimeout(3 * 60_000);
	const before = await readBooks(office, salt);
	const sold = [...(await restored()), await sell(phone.page, ...salt)];
	await phone.context.setOffline(false);
	await saysSo();
	for (const number of sold) expect(await timesSold(office, number)).toBe(1);
	const after = await readBooks(office, salt);
	expect(after.omzet - before.omzet).toBe(6 * 3000);
	expect((before.left['Garam halus'] ?? 0) - (after.left['Garam halus'] ?? 0)).toBe(6);
});

test('so does opening the till, with nothing to send', async () => {
	test.setTimeout(3 * 60_000);
	const sold = await restored();
	await phone.context.setOffline(false);
	await phone.page.reload();
	await expect(goods(phone.page).first()).toBeVisible();
	await saysSo();
	for (const number of sold) expect(await timesSold(office, number)).toBe(1);
});
