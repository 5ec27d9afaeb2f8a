/** A phone that forgets everything while sales are unsent: they come back from its file, or from the receipts, once. */
import { expect, type Page, test } from '@playwright/test';
import {
	bringCopy,
	inviteInPlaceOf,
	openOffice,
	openQuestions,
	recordHeld,
	revoke,
	tillOf,
	timesSold
} from './back-office.ts';
import { allSent, goods, keptOnPhone, openTill, readBooks, sell, shop, treasurer } from './counter.ts';
import { errand, setSettings, switchSettings } from './errands.ts';
import { writeFilm } from './film.ts';
import { personWho } from './people.ts';
import { keepCopy, sellWithPicture, wipe } from './lost-phone.ts';
import { ownFolder } from './own-folder.ts';
import { openPhone, type Phone } from './phone.ts';

const names = ['Garam halus', 'Gula merah'];
const films = ownFolder();
let office: Page;

test.beforeAll(async ({ browser }) => {
	office = await openOffice(browser);
});

test.afterAll(() => office.close());

test('from the file that was shared: the phone is enrolled anew, and the old till leaves a question behind', async () => {
	test.setTimeout(3 * 60_000);
	await recordHeld(office);
	const before = await readBooks(office, names);
	const phone = await openPhone();
	const { context, page } = phone;
	await openTill(page);
	await keptOnPhone(page);
	const sent = await sell(page, 'Garam halus');
	await allSent(page);
	await context.setOffline(true);
	const unsent = [await sell(page, 'Gula merah'), await sell(page, 'Garam halus', 'Gula merah')];
	const file = await keepCopy(page);
	await wipeUnsent(phone, unsent);

	await page.goto(`/kasir/${shop}`);
	await expect(page.getByRole('link', { name: 'Masuk', exact: true })).toBeVisible();
	await page.goto(await inviteInPlaceOf(office, tillOf(sent)));
	await page.getByRole('button', { name: 'Daftarkan', exact: true }).click();
	await page.getByRole('dialog', { name: 'Siapa yang jaga?' }).getByRole('button', { name: personWho(treasurer).name }).click(); // prettier-ignore
	await expect(goods(page).first()).toBeVisible();
	const question = (await openQuestions(office)).filter({ hasText: `Kasir ${tillOf(sent)} (` });
	await expect(question).toContainText('Periksa struk dari HP kasir yang hilang');
	await expect(question).toContainText(`Struk terakhir yang sampai: ${sent}.`);

	await expect(await bringCopy(office, file)).toContainText('0 tercatat, 2 ditahan');
	await expect((await openQuestions(office)).filter({ hasText: 'sudah dicabut izinnya' })).toHaveCount(2);
	expect(await recordHeld(office)).toBe(2);
	await expect(await bringCopy(office, file)).toContainText('2 tercatat, 0 ditahan');
	await closeQuestion(tillOf(sent));

	const fresh = await sell(page, 'Garam halus');
	expect(tillOf(fresh)).not.toBe(tillOf(sent));
	await allSent(page);
	await context.close();
	for (const number of [sent, ...unsent, fresh]) expect(await timesSold(office, number)).toBe(1);
	await expectSold(before, 3, 2);
});

test('from the codes on the receipts, held before the camera of the phone that sells now', async ({ browser }) => {
	test.setTimeout(4 * 60_000);
	const chair = await browser.newPage({ locale: 'id-ID' });
	await switchSettings(chair, { 'Kode di struk': true });
	const film = `${films.path}/receipts.y4m`;
	await writeFilm(film, []);
	const phone = await openPhone({ film });
	const { context, page } = phone;
	try {
		const before = await readBooks(office, names);
		await openTill(page);
		await keptOnPhone(page);
		const sent = await sell(page, 'Garam halus');
		await allSent(page);
		await context.setOffline(true);
		const unsent = [
			await sellWithPicture(page, 'Gula merah'),
			await sellWithPicture(page, 'Garam halus', 'Gula merah')
		];
		await wipeUnsent(phone, unsent.map(({ number }) => number)); // prettier-ignore

		await openTill(page);
		await writeFilm(film, unsent.map(({ picture }) => picture)); // prettier-ignore
		await scanAll(page, unsent.map(({ number }) => number)); // prettier-ignore
		await revoke(office, tillOf(sent));
		const question = (await openQuestions(office)).filter({ hasText: `Kasir ${tillOf(sent)} (` });
		await expect(question).toContainText(`Struk terakhir yang sampai: ${unsent[1]?.number ?? ''}.`);
		await closeQuestion(tillOf(sent));
		await scanAll(page, unsent.map(({ number }) => number)); // prettier-ignore
		for (const { number } of unsent) expect(await timesSold(office, number)).toBe(1);
		await expectSold(before, 2, 2);
	} finally {
		await context.close();
		await setSettings(chair, { 'Kode di struk': false });
		await chair.close();
	}
});

/** The phone is wiped while nothing but itself knows of `unsent`. */
async function wipeUnsent(phone: Phone, unsent: readonly string[]): Promise<void> {
	await wipe(phone);
	await phone.context.setOffline(false);
	for (const number of unsent) expect(await timesSold(office, number)).toBe(0);
}

async function scanAll(page: Page, numbers: readonly string[]): Promise<void> {
	const copies = await errand(page, 'Berkas cadangan');
	await copies.getByRole('button', { name: 'Pindai struk dari HP yang hilang' }).click();
	const sheet = page.getByRole('dialog', { name: 'Struk dari HP yang hilang' });
	await sheet.getByRole('button', { name: 'Pindai struk', exact: true }).click();
	const read = sheet.getByRole('list', { name: 'Struk yang terbaca' });
	for (const number of numbers) await expect(read).toContainText(number, { timeout: 60_000 });
	await page.getByRole('button', { name: 'Selesai' }).click();
	await sheet.getByRole('button', { name: `Kirim ${numbers.length} struk` }).click();
	await expect(sheet.getByText(`${numbers.length} struk tercatat, 0 ditahan`)).toBeVisible();
	await expect(read).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(sheet).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** A person has looked at the receipts of the lost phone. */
async function closeQuestion(code: string): Promise<void> {
	const question = (await openQuestions(office)).filter({ hasText: `Kasir ${code} (` });
	await question.getByLabel('Hasil pemeriksaan').fill('Semua struk sudah masuk');
	await question.getByRole('button').click();
	await expect(question).toHaveCount(0);
}

/** What the books say now beside `before`: so many packets of salt and of sugar were sold, at 3,000 and 8,000. */
async function expectSold(before: Awaited<ReturnType<typeof readBooks>>, salt: number, sugar: number): Promise<void> {
	const after = await readBooks(office, names);
	expect(after.omzet - before.omzet).toBe(salt * 3000 + sugar * 8000);
	expect((before.left['Garam halus'] ?? 0) - (after.left['Garam halus'] ?? 0)).toBe(salt);
	expect((before.left['Gula merah'] ?? 0) - (after.left['Gula merah'] ?? 0)).toBe(sugar);
}
