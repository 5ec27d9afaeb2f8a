/** A phone: opened, shut, killed, opened again, with internet or without, and what it keeps. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { type BrowserContext, chromium, expect, type Page, type Route, test } from '@playwright/test';
import * as v from 'valibot';
import { chainHash } from '#lib/sales/chain.ts';
import { goods } from './counter.ts';
import type { OwnFolder } from './own-folder.ts';

export interface Phone {
	readonly context: BrowserContext;
	readonly page: Page;
}

interface Kind {
	/** What its browser keeps from one opening to the next; a new phone, of which nothing stays, unless given. */
	readonly profile?: OwnFolder;
	/** Where the app is, unless it is the run's own server. */
	readonly origin?: string;
	/** The film that its camera sees. */
	readonly film?: string;
}

/** Opens the browser of a phone: of the same one each time with the same profile. */
export async function openPhone({ profile, origin, film }: Kind = {}): Promise<Phone> {
	const { launchOptions, baseURL = '' } = test.info().project.use;
	const camera =
		film === undefined
			? []
			: [
					'--use-fake-ui-for-media-stream',
					'--use-fake-device-for-media-stream',
					`--use-file-for-fake-video-capture=${film}`
				];
	const context = await chromium.launchPersistentContext(profile?.path ?? '', {
		...launchOptions,
		args: [...(launchOptions?.args ?? []), ...camera],
		baseURL: origin ?? baseURL,
		viewport: { width: 360, height: 740 },
		hasTouch: true,
		isMobile: true,
		locale: 'id-ID',
		timezoneId: 'Asia/Makassar'
	});
	return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Opens the same phone and its till without internet. */
export async function openOffline(profile: OwnFolder, slug: string): Promise<Phone> {
	const phone = await openPhone({ profile });
	await phone.context.setOffline(true);
	await phone.page.goto(`/kasir/${slug}`);
	await expect(goods(phone.page).first()).toBeVisible();
	return phone;
}

const processesShape = v.object({ processInfo: v.array(v.object({ type: v.string(), id: v.number() })) });

/**
 * Gives what ends the browser as a battery does that is pulled out: every process at once, nothing asked, nothing put away.
 * Until the last of them is gone the next browser does not begin: two at one profile empty each other's stores.
 */
export async function battery({ context }: Phone): Promise<{ readonly pull: () => Promise<void> }> {
	const browser = context.browser();
	if (browser === null) throw new Error('this context has no browser of its own');
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = v.parse(processesShape, await session.send('SystemInfo.getProcessInfo'));
	const ids = processInfo.toSorted((one, other) => Number(other.type === 'browser') - Number(one.type === 'browser'));
	return {
		async pull() {
			const gone = context.waitForEvent('close');
			for (const { id } of ids) kill(id);
			await gone;
			await expect.poll(() => running(ids.map(({ id }) => id)), { timeout: 30_000 }).toEqual([]);
		}
	};
}

function kill(id: number): void {
	try {
		process.kill(id, 'SIGKILL');
	} catch {
		// It went with the one before it.
	}
}

/** Which of them still run; one that ended and that nobody has asked about yet does not. */
function running(ids: readonly number[]): string[] {
	const { stdout } = spawnSync('ps', ['-o', 'stat=,pid=', '-p', ids.join(',')], { encoding: 'utf8' });
	return stdout.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('Z'));
}

const eventShape = v.object({
	sequence: v.number(), kind: v.string(), receipt: v.nullable(v.string()), state: v.string(), text: v.string()
}); // prettier-ignore
export type KeptEvent = v.InferOutput<typeof eventShape>;

/** The events that the phone keeps, in order. */
export async function eventsKept(page: Page): Promise<KeptEvent[]> {
	return v.parse(v.array(eventShape), await page.evaluate(readStore, 'events'));
}

const basketShape = v.object({
	parkedAt: v.nullable(v.string()),
	basket: v.object({ lines: v.array(v.object({ name: v.string() })) })
});

/** The names of the goods in the open basket as the phone keeps it. */
export async function basketKept(page: Page): Promise<string[]> {
	const baskets = v.parse(v.array(basketShape), await page.evaluate(readStore, 'baskets'));
	return baskets.filter(({ parkedAt }) => parkedAt === null).flatMap(({ basket }) => basket.lines.map(({ name }) => name)); // prettier-ignore
}

/** Runs in the page. */
function readStore(name: string): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const open = indexedDB.open('kasir-outbox');
		open.onerror = () => reject(new Error('no store'));
		open.onsuccess = () => {
			const all = open.result.transaction(name).objectStore(name).getAll();
			all.onsuccess = () => {
				open.result.close();
				resolve(all.result);
			};
		};
	});
}

/** No number is missing or twice, each receipt follows the one before, and each event names the one before it. */
export function expectWholeChain(kept: readonly KeptEvent[]): void {
	expect(kept.map(({ sequence }) => sequence)).toEqual(kept.map((_, index) => index + 1));
	const receipts = kept.flatMap(({ receipt }) => receipt ?? []);
	const [code = ''] = receipts[0]?.split('-') ?? [];
	expect(receipts).toEqual(receipts.map((_, index) => `${code}-${String(index + 1).padStart(6, '0')}`));
	const previous = kept.map(({ text }) => v.parse(v.object({ previous: v.string() }), JSON.parse(text)).previous);
	expect(previous.slice(1)).toEqual(kept.slice(0, -1).map(({ text }) => chainHash(text)));
}

/** What becomes of what the till sends: lost on the way, its answer cut, or its answer lost after the server has kept it. */
export type Fate = 'lost' | 'cut' | 'late' | 'good';

const cutAt = 40;

/** The network in pieces: each delivery meets its fate, in order; those after the last one go well. */
export async function inPieces(context: BrowserContext, fates: readonly Fate[]): Promise<() => number> {
	let met = 0;
	await context.route('**/events', async (route: Route) => {
		const fate = fates[met++] ?? 'good';
		if (fate === 'good') return route.continue();
		const response = fate === 'lost' ? null : await route.fetch();
		if (response === null || fate === 'late') return route.abort();
		return route.fulfill({ response, body: (await response.text()).slice(0, cutAt) });
	});
	return () => met;
}

/** So many of goods, by name. */
export type Picks = readonly (readonly [name: string, times: number])[];

/** Sells for exact cash by the page's own buttons, as fast as the page goes on. */
export async function sellQuickly(page: Page, picks: Picks): Promise<void> {
	await page.evaluate(tapThrough, picks);
}

/** Runs in the page. */
async function tapThrough(picks: Picks): Promise<void> {
	const until = async <Found>(find: () => Found | null | undefined): Promise<Found> => {
		const end = performance.now() + 20_000;
		for (;;) {
			const found = find();
			if (found !== null && found !== undefined) return found;
			if (performance.now() > end) throw new Error(`the till did not go on: ${String(find)}`);
			await new Promise((resolve) => requestAnimationFrame(resolve));
		}
	};
	const button = (form: RegExp, within: ParentNode = document) =>
		[...within.querySelectorAll('button')].filter((one) => form.test(one.textContent) && !one.disabled).at(-1);
	const sheet = () => document.querySelector<HTMLDialogElement>('dialog[open]');
	const box = await until(() => document.querySelector<HTMLInputElement>('main input[type="search"]'));
	const search = (query: string) => {
		box.value = query;
		box.dispatchEvent(new Event('input', { bubbles: true }));
	};
	for (const [name, times] of picks) {
		search(name);
		const first = () => document.querySelector<HTMLButtonElement>('button[data-index="0"]');
		const card = await until(() => (first()?.textContent.includes(name) === true ? first() : null));
		for (let tap = 0; tap < times; tap += 1) card.click();
	}
	search('');
	(await until(() => button(/Bayar Rp/))).click();
	(await until(() => button(/^\s*Terima Rp/, sheet() ?? undefined))).click();
	await until(() => button(/Penjualan baru/));
	sheet()?.querySelector<HTMLButtonElement>('button[aria-label="Tutup"]')?.click();
	// Shut is not gone: the till goes on to the next buyer a moment later.
	await until(() => (document.querySelector('dialog') === null ? document.body : null));
}
