/** The file of unsent sales is brought by another phone, twice, and beside what the phone itself had sent of it: each sale once. */
import { expect, test } from '@playwright/test';
import { bringCopy, timesSold } from './back-office.ts';
import { allSent, keptOnPhone, openTill, readBooks, sell, sentState, shop, treasurer } from './counter.ts';
import { personWho, signInAs } from './people.ts';
import { keepCopy } from './lost-phone.ts';
import { openPhone } from './phone.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test('a sale is recorded once, whichever way it comes and however often', async ({ page: otherPhone }) => {
	test.setTimeout(3 * 60_000);
	await signInAs(otherPhone, personWho(treasurer), `/kelola/${shop}`);
	const before = await readBooks(otherPhone, ['Garam halus']);
	const { context, page } = await openPhone();
	await openTill(page);
	await keptOnPhone(page);

	// The server takes the first sale, and the phone never hears of it.
	let isTaken = false;
	await context.route('**/events', async (route) => {
		if (!isTaken) isTaken = (await route.fetch()).ok();
		await route.abort();
	});
	const sold = [await sell(page, 'Garam halus')];
	await expect.poll(() => isTaken).toBe(true);
	await context.setOffline(true);
	await context.unroute('**/events');
	sold.push(await sell(page, 'Garam halus'), await sell(page, 'Garam halus', 'Garam halus'));
	await expect(sentState(page, /Belum terkirim: 3/)).toBeVisible();
	const file = await keepCopy(page);

	const brought = '3 tercatat, 0 ditahan untuk diperiksa. Catatan kasir ini lengkap sampai nomor 3.';
	await expect(await bringCopy(otherPhone, file)).toContainText(brought);
	await expect(await bringCopy(otherPhone, file)).toContainText(brought);
	sold.push(await sell(page, 'Garam halus'));
	await context.setOffline(false);
	await allSent(page);
	await expect(await bringCopy(otherPhone, file)).toContainText('lengkap sampai nomor 4.');
	await context.close();

	for (const number of sold) expect(await timesSold(otherPhone, number)).toBe(1);
	const after = await readBooks(otherPhone, ['Garam halus']);
	expect(after.omzet - before.omzet).toBe(5 * 3000);
	expect((before.left['Garam halus'] ?? 0) - (after.left['Garam halus'] ?? 0)).toBe(5);
});

test('a file that was cut off, or is none, is refused with words, and nothing of it is kept', async ({
	page: office
}) => {
	await signInAs(office, personWho(treasurer), `/kelola/${shop}`);
	const { context, page } = await openPhone();
	await openTill(page);
	await keptOnPhone(page);
	await context.setOffline(true);
	const number = await sell(page, 'Garam halus');
	const file = await keepCopy(page);
	for (const bent of [file.subarray(0, -1), Buffer.from('bukan salinan')]) {
		await bringCopy(office, bent);
		await expect(office.getByText('Salinan ini tidak terbaca')).toBeVisible();
	}
	expect(await timesSold(office, number)).toBe(0);
	await context.setOffline(false);
	await allSent(page);
	await context.close();
	expect(await timesSold(office, number)).toBe(1);
});
