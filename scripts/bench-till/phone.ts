/** A slow phone with 5,000 goods: the system's Chromium, its CPU and network held back. */
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import * as v from 'valibot';
import { findChromium } from '../lib/chromium.mjs';
import type { Demo } from './demo.ts';

export interface Phone {
	readonly context: BrowserContext;
	/** The page of the till now; another after the till was opened again. */
	page: Page;
	/** Bytes over the wire while the till was opened for the first time, by what they were. */
	readonly first: { script: number; all: number };
	/** The address of the till. */
	address: string;
	slow(page: Page, times: number): Promise<CDPSession>;
	close(): Promise<void>;
}

const goodsWanted = 5000;
const snapshotPath = /\/api\/till\/[^/]+\/[^/]+$/;
const listShape = v.looseObject({ goods: v.array(v.looseObject({ id: v.string(), name: v.string(), searchText: v.string(), units: v.array(v.looseObject({ id: v.string() })) })) }); // prettier-ignore

/** Signs in, makes the browser a till, and waits until it is kept on the phone. */
export async function aPhone({ url, officer }: Demo, folder: string): Promise<Phone> {
	const executablePath = findChromium();
	const context = await chromium.launchPersistentContext(folder, {
		...(executablePath === null ? {} : { executablePath }),
		args: ['--no-sandbox', '--disable-dev-shm-usage'],
		baseURL: url,
		viewport: { width: 360, height: 740 },
		hasTouch: true,
		locale: 'id-ID',
		timezoneId: 'Asia/Makassar'
	});
	await context.route(snapshotPath, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, json: manyGoods(await response.json()) });
	});
	const close = async () => {
		await context.unrouteAll({ behavior: 'ignoreErrors' });
		await context.close();
	};
	const page = context.pages()[0] ?? (await context.newPage());
	await page.goto('/masuk?ke=/akun');
	await page.locator('input[name="login"]').fill(officer.phone);
	await page.locator('input[name="password"]').fill(officer.password);
	await page.locator('form[action="/masuk"] button').click();
	await page.waitForURL(/\/akun/);
	const first = await weighed(page);
	await page.goto('/kasir');
	await page.getByRole('button', { name: 'Buka kasir' }).click();
	await page.getByRole('list', { name: 'Barang', exact: true }).getByRole('button').first().waitFor();
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	return { context, page, first, address: page.url(), slow, close };
}

/** The list, repeated under new ids and names until it is as long as a large shop's. */
function manyGoods(json: unknown): unknown {
	const read = v.safeParse(listShape, json);
	if (!read.success) return json;
	const { goods } = read.output;
	const more = Array.from({ length: Math.max(0, goodsWanted - goods.length) }, (_, index) => {
		const like = goods[index % goods.length];
		const at = (id: string, nth: number) => `${id.slice(0, 24)}${(nth * 100 + Number.parseInt(id.slice(-2), 16)).toString(16).padStart(12, '0')}`; // prettier-ignore
		return like === undefined ? [] : { ...like, id: at(like.id, index + 1), name: `${like.name} ${index}`, searchText: `${like.searchText} ${index}`, units: like.units.map((unit) => ({ ...unit, id: at(unit.id, index + 1) })) }; // prettier-ignore
	});
	return { ...read.output, goods: [...goods, ...more] };
}

async function weighed(page: Page): Promise<Phone['first']> {
	const first = { script: 0, all: 0 };
	const session = await page.context().newCDPSession(page);
	const scripts = new Set<string>();
	await session.send('Network.enable');
	session.on('Network.responseReceived', ({ requestId, type, response }) => {
		if (type === 'Script' || response.url.endsWith('.js')) scripts.add(requestId);
	});
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		first.all += encodedDataLength;
		if (scripts.has(requestId)) first.script += encodedDataLength;
	});
	return first;
}

async function slow(page: Page, times: number): Promise<CDPSession> {
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: times });
	return session;
}
