/** The answer to what a till sends, cut at one byte after another: nothing is lost, nothing is doubled, the next one ends it. */
import { expect, test } from '@playwright/test';
import { allSent, openTill, sentState, shop } from './counter.ts';
import { salesShown } from './office.ts';
import { eventsKept, expectWholeChain, sellQuickly } from './phone.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

/** How many bytes of an answer of so many arrive: none, one, all but one, and what lies between. */
const cuts: readonly ((whole: number) => number)[] = [
	() => 0,
	() => 1,
	() => 2,
	...Array.from({ length: 14 }, (_, nth) => (whole: number) => Math.floor((whole * (nth + 1)) / 15)),
	(whole) => whole - 3,
	(whole) => whole - 2,
	(whole) => whole - 1
];

test('twenty answers are cut, each elsewhere: every sale waits on the phone until one arrives whole', async ({
	page,
	context
}) => {
	test.setTimeout(2 * 60_000);
	await openTill(page);
	let met = 0;
	let isCut = true;
	await context.route('**/events', async (route) => {
		const cut = cuts[met++ % cuts.length];
		const response = await route.fetch();
		const body = await response.body();
		await route.fulfill({ response, body: isCut ? body.subarray(0, cut?.(body.length)) : body });
	});
	for (const [nth] of cuts.entries()) {
		await sellQuickly(page, [['Garam halus', 1]]);
		await expect.poll(() => met).toBeGreaterThan(nth);
		await expect(sentState(page, new RegExp(`Belum terkirim: ${nth + 1}$`))).toBeVisible();
		expect((await eventsKept(page)).map(({ state }) => state)).toEqual(Array.from({ length: nth + 1 }, () => 'unsent'));
	}
	isCut = false;
	await sellQuickly(page, [['Gula merah', 1]]);
	await allSent(page);

	const kept = await eventsKept(page);
	expectWholeChain(kept);
	expect(kept.map(({ state }) => state)).toEqual(Array.from({ length: cuts.length + 1 }, () => 'applied'));
	const receipts = kept.map(({ receipt }) => receipt);
	const [till = ''] = receipts[0]?.split('-') ?? [];
	expect((await salesShown(page, shop, till)).map(({ number }) => number)).toEqual(receipts);
});

test('one answer is cut at every byte in turn: its sale waits until all of it arrives, and is there once', async ({
	page,
	context
}) => {
	test.setTimeout(4 * 60_000);
	await openTill(page);
	let cut = 0;
	let whole = Infinity;
	let before: readonly string[] = [];
	await context.route('**/events', async (route) => {
		const response = await route.fetch();
		const body = await response.body();
		whole = body.length;
		if (cut >= whole) before = (await eventsKept(page)).map(({ state }) => state);
		await route.fulfill({ response, body: body.subarray(0, cut) });
		cut += 1;
	});
	await sellQuickly(page, [['Garam halus', 1]]);
	const askedAgain = async () => {
		await page.evaluate(() => window.dispatchEvent(new Event('online')));
		return cut > whole;
	};
	await expect.poll(askedAgain, { timeout: 3 * 60_000, intervals: [20] }).toBe(true);
	await allSent(page);

	expect(whole).toBeGreaterThan(100);
	expect(before).toEqual(['unsent']);
	const kept = await eventsKept(page);
	expect(kept.map(({ state }) => state)).toEqual(['applied']);
	const [receipt] = kept.map((event) => event.receipt);
	const [till = ''] = receipt?.split('-') ?? [];
	expect((await salesShown(page, shop, till)).map(({ number }) => number)).toEqual([receipt]);
});
