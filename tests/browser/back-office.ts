/** What an officer does in the back office, most of it about tills: phones that were lost, wiped or revoked. */
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { readPicture } from '../support/zbar.ts';
import { shop, treasurer } from './counter.ts';
import { personWho, signInAs } from './people.ts';

const tills = `/kelola/${shop}/kelompok/kasir`;
const questions = `/kelola/${shop}/penjualan/diperiksa`;

/** The treasurer's own page beside the till, for all tests of a file; to be closed. `baseURL` where it is another server's. */
export async function openOffice(browser: Browser, baseURL?: string): Promise<Page> {
	const page = await browser.newPage({ locale: 'id-ID', ...(baseURL === undefined ? {} : { baseURL }) });
	await signInAs(page, personWho(treasurer), `/kelola/${shop}`);
	return page;
}

/** Opens an invitation for a new phone in place of till `code`, and gives the way of its address. */
export async function inviteInPlaceOf(office: Page, code: string): Promise<string> {
	await office.goto(`${tills}/daftar`);
	const choices = office.getByLabel('Menggantikan HP yang hilang atau rusak?');
	const choice = await choices.locator('option').filter({ hasText: `(${code})` }).innerText(); // prettier-ignore
	await choices.selectOption({ label: choice });
	await office.getByRole('button', { name: 'Tampilkan kode QR' }).click();
	const picture = await office.getByRole('img', { name: 'Kode QR pendaftaran kasir' }).screenshot();
	const { pathname, hash } = new URL((readPicture(picture)[0] ?? '').replace('QR-Code:', ''));
	return pathname + hash;
}

/** Takes a till's permission back, in two taps. */
export async function revoke(office: Page, code: string): Promise<void> {
	await office.goto(tills);
	const card = office.locator('section').filter({ hasText: new RegExp(`Kode struk ${code}(?![A-Z])`) });
	await card.getByText('HP hilang atau dijual?').click();
	await card.getByRole('button', { name: 'Cabut izin HP ini' }).click();
	await expect(card).toHaveCount(0);
}

/** Brings a till's file, and gives what the page says of it. */
export async function bringCopy(office: Page, file: Buffer): Promise<Locator> {
	await office.goto(`${tills}/kiriman`);
	await office
		.locator('input[type="file"]')
		.setInputFiles({ name: 'kasir.waroeng', mimeType: 'application/octet-stream', buffer: file });
	await office.getByRole('button', { name: 'Masukkan salinan' }).click();
	return office.getByRole('status').filter({ hasText: 'Salinan diterima' });
}

/** What waits for a person. */
export async function openQuestions(office: Page): Promise<Locator> {
	await office.goto(questions);
	return office.locator('main').getByRole('listitem');
}

/** Records all that is held because its till was revoked, one after the other; gives how many that were. */
export async function recordHeld(office: Page): Promise<number> {
	const held = (await openQuestions(office)).filter({ hasText: 'sudah dicabut izinnya' });
	const record = held.getByRole('button', { name: 'Catat lagi' });
	const all = await record.count();
	for (let left = all; left > 0; left--) {
		await record.first().click();
		await expect(record).toHaveCount(left - 1);
	}
	return all;
}

/** How often a receipt stands among the group's sales. */
export async function timesSold(office: Page, number: string): Promise<number> {
	await office.goto(`/kelola/${shop}/penjualan`);
	return office.getByText(new RegExp(`(?<![A-Z])${number}`)).count();
}

/** The letters of the till that wrote receipt `number`. */
export function tillOf(number: string): string {
	return number.split('-')[0] ?? '';
}
