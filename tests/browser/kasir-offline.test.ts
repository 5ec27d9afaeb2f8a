/** A day without internet: the till opens from the phone, sells, survives a restart, and all arrives once when it is back. */
import { expect, type Page, test } from '@playwright/test';
import * as v from 'valibot';
import { allSent, goods, keptOnPhone, openTill, sell, sentState, shop } from './counter.ts';
import { ownFolder } from './own-folder.ts';
import { eventsKept, expectWholeChain, inPieces, openOffline, openPhone } from './phone.ts';

const KB = 1000;
const listShape = v.object({
	files: v.array(v.object({ path: v.string(), bytes: v.number(), kind: v.picklist(['first', 'later']) }))
});

const profile = ownFolder();

test('open online, restart without internet, sell, come back in pieces: each sale arrives once', async () => {
	test.setTimeout(180_000);
	const sold: string[] = [];
	let { context, page } = await openPhone({ profile });
	await openTill(page);
	await keptOnPhone(page);
	sold.push(await sell(page, 'Garam halus'));
	await allSent(page);

	await context.setOffline(true);
	await page.reload();
	await expect(goods(page).first()).toBeVisible();
	sold.push(await sell(page, 'Gula merah'), await sell(page, 'Garam halus'));
	await context.close();

	({ context, page } = await openOffline(profile, shop));
	await expect(sentState(page, /Belum terkirim: 2/)).toBeVisible();
	sold.push(await sell(page, 'Gula merah'));
	await inPieces(context, ['lost', 'cut', 'late']);
	await context.setOffline(false);
	await expect(sentState(page, /Semua terkirim/)).toBeVisible({ timeout: 60_000 });

	const kept = await eventsKept(page);
	expectWholeChain(kept);
	expect(kept.map(({ receipt, state }) => [receipt, state])).toEqual(sold.map((number) => [number, 'applied']));

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
