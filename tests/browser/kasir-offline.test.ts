/** A day without internet: the till opens from the phone, sells, survives a restart, and all arrives once when it is back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import * as v from 'valibot';
import { chainHash } from '#lib/sales/chain.ts';
import {
	allSent,
	goods,
	keptOnPhone,
	nextBuyer,
	openTill,
	receiptNumber,
	sellForCash,
	sentState,
	shop,
	take
} from './counter.ts';

const KB = 1000;
const listShape = v.object({
	files: v.array(v.object({ path: v.string(), bytes: v.number(), kind: v.picklist(['first', 'later']) }))
});
const keptShape = v.array(v.object({ sequence: v.number(), receipt: v.nullable(v.string()), state: v.string(), text: v.string() })); // prettier-ignore

const profile = mkdtempSync(join(tmpdir(), 'ewaroeng-phone-'));
test.afterAll(() => rmSync(profile, { recursive: true, force: true }));

/** The same phone each time: what its browser keeps outlives the browser. */
async function phone(): Promise<{ context: BrowserContext; page: Page }> {
	const { launchOptions, baseURL } = test.info().project.use;
	const context = await chromium.launchPersistentContext(profile, {
		...launchOptions,
		...(baseURL === undefined ? {} : { baseURL }),
		viewport: { width: 360, height: 740 },
		hasTouch: true,
		locale: 'id-ID',
		timezoneId: 'Asia/Makassar'
	});
	return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

async function sell(page: Page, name: string): Promise<string> {
	await take(page, name);
	const number = await receiptNumber(await sellForCash(page));
	await nextBuyer(page);
	return number;
}

/** The events that the phone keeps, in order. */
async function eventsKept(page: Page) {
	const rows = await page.evaluate(
		() =>
			new Promise((resolve, reject) => {
				const open = indexedDB.open('kasir-outbox');
				open.onerror = () => reject(new Error('no store'));
				open.onsuccess = () => {
					const all = open.result.transaction('events').objectStore('events').getAll();
					all.onsuccess = () => {
						open.result.close();
						resolve(all.result);
					};
				};
			})
	);
	return v.parse(keptShape, rows);
}

test('open online, restart without internet, sell, come back in pieces: each sale arrives once', async () => {
	test.setTimeout(180_000);
	const sold: string[] = [];
	let { context, page } = await phone();
	await openTill(page);
	await keptOnPhone(page);
	sold.push(await sell(page, 'Garam halus'));
	await allSent(page);

	await context.setOffline(true);
	await page.reload();
	await expect(goods(page).first()).toBeVisible();
	sold.push(await sell(page, 'Gula merah'), await sell(page, 'Garam halus'));
	await context.close();

	({ context, page } = await phone());
	await context.setOffline(true);
	await page.goto(`/kasir/${shop}`);
	await expect(sentState(page, /Belum terkirim: 2/)).toBeVisible();
	sold.push(await sell(page, 'Gula merah'));
	const answers = ['lost', 'cut', 'late'];
	await context.route('**/events', async (route) => {
		const fate = answers.shift();
		if (fate === undefined) return route.continue();
		const response = fate === 'lost' ? null : await route.fetch();
		if (response === null || fate === 'late') return route.abort();
		return route.fulfill({ response, body: (await response.text()).slice(0, 40) });
	});
	await context.setOffline(false);
	await expect(sentState(page, /Semua terkirim/)).toBeVisible({ timeout: 60_000 });

	const [code = ''] = sold[0]?.split('-') ?? [];
	expect(sold).toEqual(sold.map((_, index) => `${code}-00000${index + 1}`));
	const kept = await eventsKept(page);
	expect(kept.map(({ sequence, receipt, state }) => [sequence, receipt, state])).toEqual(sold.map((number, index) => [index + 1, number, 'applied'])); // prettier-ignore
	const previous = kept.map(({ text }) => v.parse(v.object({ previous: v.string() }), JSON.parse(text)).previous);
	expect(previous.slice(1)).toEqual(kept.slice(0, -1).map(({ text }) => chainHash(text)));

	await page.goto(`/kelola/${shop}/penjualan`);
	for (const number of sold) await expect(page.getByText(number, { exact: false })).toHaveCount(1);
	await context.close();
});

/** The file of what others wrote, which a new version of the till leaves as it is: the one that holds the store's library. */
async function librariesAmong<File extends { path: string }>(page: Page, scripts: readonly File[]): Promise<File> {
	for (const script of scripts)
		if ((await (await page.request.get(script.path)).text()).includes('DexieError')) return script;
	throw new Error('no script holds the libraries');
}

test('the worker keeps what the till can load and nothing else, within its weight', async ({ page }) => {
	await openTill(page);
	await keptOnPhone(page);
	const { files } = v.parse(listShape, await (await page.request.get('/_app/kasir.json')).json());
	const scripts = files.filter(({ path, kind }) => kind === 'first' && path.endsWith('.js'));
	expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(150 * KB);
	const libraries = await librariesAmong(page, scripts);
	expect(files.reduce((sum, { bytes }) => sum + bytes, 0) - libraries.bytes).toBeLessThan(200 * KB);
	const kept = await page.evaluate(async () => {
		const name = (await caches.keys()).find((each) => each.startsWith('kasir-')) ?? '';
		return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
	});
	const statics = ['/manifest.webmanifest', '/icon.svg', '/icon-192.png', '/icon-512.png', '/kasir', '/kasir/.berat'];
	expect(kept.toSorted()).toEqual([...files.map(({ path }) => path), ...statics].toSorted());
	const shell = await page.evaluate(async () => {
		const found = await caches.match('/kasir');
		return [await found?.text(), found?.headers.get('content-security-policy')];
	});
	expect(shell.join(' ')).not.toContain('nonce');
	expect(shell[1]).toContain('sha256-');
});
