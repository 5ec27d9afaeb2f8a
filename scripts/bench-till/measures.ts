/** What is measured at the till: each gives a line to print, with what it should be. */
import type { Page } from '@playwright/test';
import type { Phone } from './phone.ts';

export const cpuSlower = 4;
const oneMbit = 125_000;
const villageLatencyMs = 200;

export async function measureOpening({ first, page }: Phone): Promise<string> {
	await page.waitForLoadState('load');
	return `first load of /kasir: ${kb(first.script)} KB of script, ${kb(first.all)} KB in all (wanted: script up to 150)`;
}

/** From a tap on goods until the basket's button has been painted with the new amount. */
export async function measureTaps(phone: Phone, count: number): Promise<string> {
	const { page } = phone;
	const session = await phone.slow(page, cpuSlower);
	const times: number[] = [];
	for (let tap = 0; tap < count; tap += 1) times.push(await page.evaluate(timedTap, tap));
	await session.detach();
	await page.getByRole('button', { name: /^Keranjang,/ }).click();
	await page.getByRole('button', { name: 'Kosongkan' }).click();
	await page.keyboard.press('Escape');
	return `a tap shows, 5,000 goods, CPU ${cpuSlower}x slower: ${spread(times)} (wanted: p95 up to 50 ms)`;
}

/** Runs in the page. */
async function timedTap(nth: number): Promise<number> {
	const cards = [...document.querySelectorAll<HTMLElement>('button[data-index]:not([aria-disabled="true"])')];
	const card = cards[nth % cards.length];
	const pay = [...document.querySelectorAll('button')].find((one) => /^\s*Bayar/.test(one.textContent));
	const before = pay?.textContent;
	const begun = performance.now();
	card?.click();
	while (pay?.textContent === before && performance.now() - begun < 5000) await new Promise((resolve) => requestAnimationFrame(resolve)); // prettier-ignore
	await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
	return performance.now() - begun;
}

/** From the last tap of paying until the receipt is on the screen, without internet. */
export async function measurePaying(phone: Phone, count: number): Promise<string> {
	const { page, context } = phone;
	await context.setOffline(true);
	const session = await phone.slow(page, cpuSlower);
	const times: number[] = [];
	const commits: number[] = [];
	for (let sale = 0; sale < count; sale += 1) {
		times.push(await page.evaluate(timedSale));
		commits.push(await page.evaluate(timedCommit));
	}
	await session.detach();
	await context.setOffline(false);
	const [first = 0] = times;
	return `from Bayar to the receipt, without internet, CPU ${cpuSlower}x slower: ${spread(times)}, the first ${Math.round(first)} ms (wanted: up to 150 ms); raw, one row kept for good on this disk: ${spread(commits)}`;
}

/** Runs in the page: how long the browser itself takes to keep a row as large as a sale's, on the disk when it says so. */
async function timedCommit(): Promise<number> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const asked = indexedDB.open('bench');
		asked.onupgradeneeded = () => asked.result.createObjectStore('rows', { autoIncrement: true });
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(new Error('no store'));
	});
	const begun = performance.now();
	await new Promise<void>((resolve, reject) => {
		const keeping = db.transaction('rows', 'readwrite', { durability: 'strict' });
		keeping.objectStore('rows').add('x'.repeat(1000));
		keeping.oncomplete = () => resolve();
		keeping.onerror = () => reject(new Error('not kept'));
	});
	const took = performance.now() - begun;
	db.close();
	return took;
}

/** Runs in the page: sells one of the first goods and gives how long keeping and showing it took. */
async function timedSale(): Promise<number> {
	const until = async (find: () => HTMLElement | null | undefined): Promise<HTMLElement> => {
		const end = performance.now() + 10_000;
		for (;;) {
			const found = find();
			if (found !== null && found !== undefined) return found;
			if (performance.now() > end) throw new Error('the till did not go on');
			await new Promise((resolve) => requestAnimationFrame(resolve));
		}
	};
	const button = (form: RegExp, within: ParentNode = document) =>
		[...within.querySelectorAll('button')].filter((one) => form.test(one.textContent) && !one.disabled).at(-1);
	(await until(() => document.querySelector('button[data-index]:not([aria-disabled="true"])'))).click();
	(await until(() => button(/Bayar Rp/))).click();
	const take = await until(() => button(/^\s*Terima/));
	const begun = performance.now();
	take.click();
	await until(() => button(/Penjualan baru/));
	const took = performance.now() - begun;
	// The sheet takes no tap in its first moment, so it is asked until it goes.
	await until(() => {
		button(/Penjualan baru/)?.click();
		return document.querySelector('dialog[open]') === null ? document.body : null;
	});
	return took;
}

/** Opening the till again without internet, from nothing to goods that can be tapped. */
export async function measureReopening(phone: Phone, count: number, slower: number): Promise<string> {
	const { context, address } = phone;
	const times: number[] = [];
	await context.setOffline(true);
	for (let opening = 0; opening < count; opening += 1) {
		await phone.page.close();
		phone.page = await context.newPage();
		await phone.slow(phone.page, slower);
		const begun = performance.now();
		await phone.page.goto(address, { waitUntil: 'commit' });
		await phone.page.locator('button[data-index]').first().waitFor();
		times.push(performance.now() - begun);
	}
	await phone.slow(phone.page, 1);
	await context.setOffline(false);
	return `opened again without internet, 5,000 goods, ${slower === 1 ? 'CPU as it is' : `CPU ${slower}x slower`}: ${spread(times)} (wanted: up to 1000 ms)`;
}

/** So many sales of a day without internet leave the phone over a village's network. */
export async function measureSending({ page, context }: Phone, count: number): Promise<string> {
	await context.setOffline(true);
	for (let sale = 0; sale < count; sale += 1) await page.evaluate(timedSale);
	let bytes = 0;
	page.on('request', (request) => {
		if (request.url().endsWith('/events')) bytes += request.postDataBuffer()?.length ?? 0;
	});
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', { offline: false, latency: villageLatencyMs, downloadThroughput: oneMbit, uploadThroughput: oneMbit }); // prettier-ignore
	const begun = performance.now();
	await context.setOffline(false);
	await allSent(page);
	const took = performance.now() - begun;
	return `${count} sales leave at 1 Mbit/s and ${villageLatencyMs} ms: ${(took / 1000).toFixed(1)} s, ${Math.round(bytes / count)} bytes a sale (wanted: up to 10 s and 1,024 bytes)`; // prettier-ignore
}

function allSent(page: Page): Promise<unknown> {
	const state = page.getByRole('banner').getByRole('button', { name: /Semua terkirim/ });
	return state.waitFor({ timeout: 120_000 });
}

function spread(times: readonly number[]): string {
	const sorted = [...times].sort((one, other) => one - other);
	const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
	return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms of ${sorted.length}`;
}

function kb(bytes: number): number {
	return Math.round(bytes / 1000);
}
