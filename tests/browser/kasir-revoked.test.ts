/** A till that is revoked while it sells without internet: what it sold is kept, shown to a person, and recorded by them. */
import { expect, test } from '@playwright/test';
import { openQuestions, recordHeld, revoke, tillOf, timesSold } from './back-office.ts';
import { allSent, keptOnPhone, openTill, readBooks, sell, sentState, shop, take, toPay, treasurer } from './counter.ts';
import { personWho, signInAs } from './people.ts';
import { openPhone } from './phone.ts';

test('it comes back, says that it may sell no more, and nothing that it sold is lost', async ({ page: office }) => {
	test.setTimeout(3 * 60_000);
	await signInAs(office, personWho(treasurer), `/kelola/${shop}`);
	await recordHeld(office);
	const before = await readBooks(office, ['Garam halus']);
	const { context, page } = await openPhone();
	await openTill(page);
	await keptOnPhone(page);
	const sent = await sell(page, 'Garam halus');
	await allSent(page);
	await context.setOffline(true);
	const unsent = [await sell(page, 'Garam halus'), await sell(page, 'Garam halus', 'Garam halus')];
	await revoke(office, tillOf(sent));
	unsent.push(await sell(page, 'Garam halus'));
	await context.setOffline(false);

	await allSent(page);
	await sentState(page, /Semua terkirim/).click();
	const state = page.getByRole('dialog', { name: /Semua terkirim/ });
	await expect(state).toContainText('Izin HP ini sudah dicabut, jadi tidak bisa menjual lagi.');
	await expect(state).toContainText(/Perlu diperiksa \(\d+\)/);
	await expect(state.getByRole('button', { name: 'Daftarkan lagi' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(state).toHaveCount(0);
	await take(page, 'Garam halus');
	await (await toPay(page)).getByRole('button', { name: /^Terima/ }).click();
	await expect(page.getByRole('alert')).toContainText('dicabut');
	await expect(page.getByRole('dialog', { name: 'Terjual' })).toHaveCount(0);

	for (const number of unsent) expect(await timesSold(office, number)).toBe(0);
	const held = (await openQuestions(office)).filter({ hasText: 'Penjualan belum tercatat' });
	await expect(held).toHaveCount(3);
	for (const one of await held.all())
		await expect(one).toContainText(
			'HP kasir ini sudah dicabut izinnya. Pastikan penjualannya benar terjadi, lalu catat.'
		);
	expect(await recordHeld(office)).toBe(3);
	await context.close();
	for (const number of [sent, ...unsent]) expect(await timesSold(office, number)).toBe(1);
	const after = await readBooks(office, ['Garam halus']);
	expect(after.omzet - before.omzet).toBe(5 * 3000);
	expect((before.left['Garam halus'] ?? 0) - (after.left['Garam halus'] ?? 0)).toBe(5);
});
