/** A treasurer keeps the books on a phone whose browser runs no script: what one page says, the others say too. */
import { expect, type Page, test } from '@playwright/test';
import { personWho, signInAs } from './people.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

const treasurer = 'treasurer (bendahara), Kube Lasoani';
const chair = 'chair (ketua), Kube Lasoani';

/** The amounts of a text, `Rp1.234` and `−Rp1.234`, as numbers. */
function amountsIn(text: string): number[] {
	return [...text.matchAll(/(−?)Rp([\d.]+)/g)].map(
		([, sign, figures = '']) => Number(figures.replaceAll('.', '')) * (sign === '' ? 1 : -1)
	);
}

/** What stands on an account in the trial balance, as the phone shows it. */
async function balanceOn(page: Page, home: string, account: string): Promise<number> {
	await page.goto(`${home}/pembukuan/neraca-saldo`);
	const line = page.locator('main li:visible').filter({ hasText: account });
	return amountsIn(await line.innerText())[0] ?? Number.NaN;
}

async function stockValue(page: Page, home: string): Promise<number> {
	await page.goto(`${home}/stok`);
	const stat = page.getByText('Nilai stok').locator('..');
	return amountsIn(await stat.innerText())[0] ?? Number.NaN;
}

test('goods that come in move stock, journal and trial balance by the same rupiah', async ({ page }) => {
	const person = personWho(treasurer);
	const home = person.page;
	await signInAs(page, person);
	const before = { stock: await stockValue(page, home), cash: await balanceOn(page, home, '1-1200') };
	expect(await balanceOn(page, home, '1-1400')).toBe(before.stock);

	await page.goto(`${home}/stok/masuk/baru`);
	await page.locator('input[name="barang"]').first().check();
	await page.getByRole('button', { name: 'Lanjut' }).click();
	await page.locator('input[name^="quantity-"]').fill('10');
	await page.locator('input[name^="cost-"]').fill('54.321');
	await page.getByRole('radio', { name: 'Rekening bank' }).check();
	await page.getByRole('button', { name: 'Simpan barang masuk' }).click();

	await expect(page.getByRole('heading', { level: 1 })).toContainText('Barang masuk nomor');
	await expect(page.getByText('Tersimpan.')).toBeVisible();
	await expect(page.locator('main')).toContainText('Rp54.321');
	expect(await stockValue(page, home)).toBe(before.stock + 54_321);
	expect(await balanceOn(page, home, '1-1400')).toBe(before.stock + 54_321);
	expect(await balanceOn(page, home, '1-1200')).toBe(before.cash - 54_321);
});

test('a quantity that is none is told at its field, and nothing is lost of what was typed', async ({ page }) => {
	const person = personWho(treasurer);
	await signInAs(page, person);
	await page.goto(`${person.page}/stok/masuk/isi?barang=1`);
	await page.locator('input[name="quantity-1"]').fill('banyak');
	await page.locator('input[name="cost-1"]').fill('12.000');
	await page.getByRole('button', { name: 'Simpan barang masuk' }).click();
	await expect(page.getByRole('alert')).toContainText('Belum tersimpan');
	await expect(page.locator('input[name="quantity-1"]')).toHaveAttribute('aria-invalid', 'true');
	await expect(page.locator('input[name="cost-1"]')).toHaveValue('12.000');
});

test('a table with one wrong cell is refused whole; mended, it is taken whole', async ({ page }) => {
	const person = personWho(treasurer);
	const goods = `${person.page}/barang`;
	await signInAs(page, person);
	const name = `Sagu ${Date.now()}`;
	const found = `${goods}?cari=${encodeURIComponent(name)}`;
	const table = (price: string): string => `Nama;Satuan;Harga\n${name} satu;kg;12.000\n${name} dua;kg;${price}`;

	await page.goto(`${goods}/impor`);
	await page.locator('textarea[name="table"]').fill(table('murah'));
	await page.getByRole('button', { name: 'Periksa tabel' }).click();
	await expect(page.getByRole('alert')).toContainText('Tidak satu baris pun masuk');
	await expect(page.getByText('Baris 3, kolom Harga')).toBeVisible();
	await page.goto(found);
	await expect(page.getByText('Tidak ada yang cocok')).toBeVisible();

	await page.goto(`${goods}/impor`);
	await page.locator('textarea[name="table"]').fill(table('13.000'));
	await page.getByRole('button', { name: 'Periksa tabel' }).click();
	await page.getByRole('button', { name: 'Simpan 2 baris' }).click();
	await page.goto(found);
	await expect(page.getByRole('link', { name: new RegExp(name) })).toHaveCount(2);
});

test('omzet of today on the first page is that of the month’s list and of the sales', async ({ page }) => {
	const person = personWho(treasurer);
	await signInAs(page, person);
	const [omzet, untung] = amountsIn(await page.getByText('Hari ini').locator('..').innerText());
	await page.goto(`${person.page}/pembukuan/omzet`);
	const today = page.locator('main li:visible').filter({ hasText: 'penjualan' }).first();
	expect(amountsIn(await today.innerText())).toEqual([omzet, untung]);
	await page.goto(`${person.page}/penjualan`);
	const day = page.locator('main section').first();
	expect(amountsIn(await day.locator('p').first().innerText())).toEqual([omzet, untung]);
});

test('another group, a random one, and what is another group’s own all read as if they were not there', async ({
	page
}) => {
	const person = personWho(treasurer);
	await signInAs(page, person);
	const other = personWho('treasurer (bendahara), Kube Balaroa').page;
	const answers = [];
	for (const address of [other, `${other}/pembukuan`, '/kelola/tidak-ada', '/kelola/tidak-ada/pembukuan']) {
		const response = await page.goto(address);
		answers.push([response?.status(), await page.locator('main').innerText()]);
	}
	expect(answers[0]?.[0]).toBe(404);
	expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test('a member’s code is shown once, and a page that is not theirs says whose it is', async ({ page }) => {
	const person = personWho(chair);
	await signInAs(page, person);
	await page.goto(`${person.page}/anggota`);
	await page.getByRole('link', { name: /Kasir/ }).first().click();
	await page.getByRole('link', { name: /kode masuk|Undang/ }).click();
	await page.getByRole('button', { name: 'Buat kode masuk' }).click();
	await expect(page.getByText(/^\d{4} \d{4}$/)).toBeVisible();
	await expect(page.getByRole('link', { name: 'Kirim lewat WhatsApp' })).toHaveAttribute('href', /^https:\/\/wa\.me\//);
	const cash = await page.goto(`${person.page}/mulai/kas`);
	expect(cash?.status()).toBe(200);
	await expect(page.getByText(/Uang dicatat oleh Bendahara Kube/)).toBeVisible();
});
