/** A scale and a drawer on a cable, and codes that a scale prints: what they give the till, and what it says when they do not. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { nextBuyer, openTill, otherOfficer, sellForCash, take, toPay } from './counter.ts';
import { errand } from './errands.ts';
import { look } from './look.ts';
import { personWho, signInAs } from './people.ts';
import { plugIn, scan } from './serial.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const rice = 'Beras premium';

test('goods are weighed: only a weight that rests is taken, and whatever else the scale says, the weight can be typed', async ({
	page
}) => {
	test.setTimeout(3 * 60_000);
	const cable = await plugIn(page);
	cable.says = 'ST,GS,+  1.235kg';
	await openTill(page, otherOfficer);
	const devices = await errand(page, 'Printer');
	const scale = devices.getByRole('region', { name: 'Timbangan' });
	await scale.getByRole('button', { name: 'Pilih timbangan' }).click();
	await expect(scale.getByText('Timbangan sudah dipilih.')).toBeVisible();
	await scale.getByRole('button', { name: 'Timbang', exact: true }).click();
	await expect(scale.getByText('1,235 kg')).toBeVisible();
	await look(page, 'scale chosen');
	await devices.getByRole('button', { name: 'Tutup' }).last().click();

	await take(page, rice);
	const line = await lineOf(page, rice);
	const amount = line.getByLabel('Jumlah lain');
	const weigh = line.getByRole('button', { name: 'Timbang', exact: true });
	for (const [says, told] of [
		['US,GS,+  0.900kg', 'Timbangan belum diam.'],
		['ST,GS,-  0.250kg', 'Timbangan menunjukkan kurang dari nol.'],
		['OL,GS,+ 99.999kg', 'Terlalu berat untuk timbangan ini.'],
		['ES', 'Timbangan tidak mengirim berat.']
	] as const) {
		cable.says = says;
		await weigh.click();
		await expect(line.getByText(told), says).toBeVisible({ timeout: 12_000 });
		await expect(amount, says).toHaveValue('1');
	}
	cable.says = 'ST,GS,+  1.235kg';
	await weigh.click();
	await expect(amount).toHaveValue('1,235');
	await expect(line.getByText('Timbangan tidak mengirim berat.')).toHaveCount(0);

	cable.isPluggedIn = false;
	await weigh.click();
	await expect(line.getByText('Timbangan tidak tersambung. Periksa kabelnya, atau ketik beratnya.')).toBeVisible();
	await look(page, 'scale unplugged');
	await amount.fill('0,75');
	await line.getByRole('button', { name: /^Simpan/ }).click();
	await expect(quantityOf(page, rice)).toContainText('¾ kg');

	cable.isPluggedIn = true;
	const again = await lineOf(page, rice);
	await again.getByRole('button', { name: 'Timbang', exact: true }).click();
	await expect(again.getByLabel('Jumlah lain')).toHaveValue('1,235');
	await again.getByRole('button', { name: /^Simpan/ }).click();
	await expect(quantityOf(page, rice)).toContainText('1,235 kg');
	await expect((await sellForCash(page)).locator('pre').first()).toContainText('1,235 kg');
});

test('a scale that goes away while it is listened to says so, and the next time it is listened to again', async ({
	page
}) => {
	const cable = await plugIn(page);
	cable.says = 'US,GS,+  0.500kg';
	await openTill(page, otherOfficer);
	const devices = await errand(page, 'Printer');
	await devices.getByRole('button', { name: 'Pilih timbangan' }).click();
	await devices.getByRole('button', { name: 'Tutup' }).last().click();
	await page.reload();
	await take(page, rice);
	const line = await lineOf(page, rice);
	const weigh = line.getByRole('button', { name: 'Timbang', exact: true });
	await weigh.click();
	await expect(line.getByText('Menunggu timbangan diam…')).toBeVisible();
	cable.isPluggedIn = false;
	await expect(line.getByText('Timbangan tidak tersambung.')).toBeVisible();
	Object.assign(cable, { isPluggedIn: true, says: 'ST,GS,+  0.500kg' });
	await weigh.click();
	await expect(line.getByLabel('Jumlah lain')).toHaveValue('0,5');
});

test('the drawer opens for cash and for nothing else, and says when it does not', async ({ page }) => {
	const cable = await plugIn(page);
	await openTill(page, otherOfficer);
	const sheet = await errand(page, 'Printer');
	await sheet.getByText('Printer Bluetooth lama atau kabel serial').click();
	await sheet.getByRole('checkbox', { name: /^Laci uang tersambung ke printer/ }).check();
	await sheet.getByRole('button', { name: 'Sambungkan' }).click();
	await sheet.getByRole('button', { name: 'Coba buka laci' }).click();
	await expect.poll(() => cable.printed().kicks).toBe(1);
	await look(page, 'drawer tried');
	await sheet.getByRole('button', { name: 'Tutup' }).last().click();

	await take(page, 'Garam halus');
	await sellForCash(page);
	await expect.poll(() => cable.printed().kicks).toBe(2);
	await nextBuyer(page);
	await take(page, 'Garam halus');
	const pay = await toPay(page);
	await pay.getByRole('button', { name: 'Transfer' }).click();
	await pay.getByRole('button', { name: 'Sudah masuk' }).click();
	const sold = page.getByRole('dialog', { name: 'Terjual' });
	await sold.getByRole('button', { name: /^Cetak struk/ }).click();
	await expect.poll(() => cable.printed().rows.some(({ text }) => text.includes('Garam halus'))).toBe(true);
	expect(cable.printed()).toMatchObject({ kicks: 2, unknown: [] });
	await nextBuyer(page);

	cable.isPluggedIn = false;
	await take(page, 'Garam halus');
	const paid = await sellForCash(page);
	await expect(paid.getByText('Laci belum terbuka sendiri. Buka dengan kuncinya')).toBeVisible();
	await look(page, 'drawer shut');
	await nextBuyer(page);
});

test('a code that a scale printed puts so much of its goods into the basket, wherever the cashier is', async ({
	page,
	browser
}) => {
	const office = await browser.newPage({ locale: 'id-ID' });
	const officer = personWho('chair (ketua), Kube Lasoani');
	await signInAs(office, officer, `${officer.page}/barang?cari=${encodeURIComponent(rice)}`);
	const address = (await office.getByRole('link', { name: rice }).first().getAttribute('href')) ?? '';
	const number = Number(address.split('/').pop());
	await setPattern(office, officer.page, '21IIIIIWWWWWC');
	try {
		await openTill(page);
		await scan(page, weightCode(number, 1500));
		await expect(quantityOf(page, rice)).toContainText('1,5 kg');
		await scan(page, weightCode(number, 250));
		await expect(quantityOf(page, rice)).toContainText('1,75 kg');
		const wrong = weightCode(number, 800).slice(0, -1);
		await scan(page, `${wrong}${(Number(weightCode(number, 800).at(-1)) + 1) % 10}`);
		await expect(page.getByText('Kodenya salah terbaca.')).toBeVisible();
		await scan(page, weightCode(99_999, 800));
		await expect(page.getByText(/^Kode 2199999008009?\d? belum dikenal/)).toBeVisible();
		await expect(quantityOf(page, rice)).toContainText('1,75 kg');
	} finally {
		await setPattern(office, officer.page, '');
		await office.close();
	}
});

/** The code of goods that weigh so many grams, with its check digit (GS1 General Specifications, section 7.9). */
function weightCode(number: number, grams: number): string {
	const body = `21${String(number).padStart(5, '0')}${String(grams).padStart(5, '0')}`;
	const sum = Array.from(body, (digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 3)).reduce((one, other) => one + other, 0); // prettier-ignore
	return `${body}${(10 - (sum % 10)) % 10}`;
}

async function setPattern(office: Page, home: string, pattern: string): Promise<void> {
	await office.goto(`${home}/kelompok/pengaturan`);
	await office.getByLabel(/^Kode timbangan/).fill(pattern);
	await office.locator('main form button[type="submit"]').first().click();
	await expect(office.getByText('Belum bisa disimpan')).toHaveCount(0);
}

function quantityOf(page: Page, name: string): Locator {
	return page.getByRole('complementary').getByRole('button', { name: new RegExp(`Ubah jumlah ${name}`) });
}

async function lineOf(page: Page, name: string): Promise<Locator> {
	await quantityOf(page, name).click();
	return page.getByRole('dialog', { name });
}
