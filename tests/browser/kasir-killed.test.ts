/** A phone that dies in the middle of paying: after it the basket lies there still, or the sale is there exactly once. */
import { expect, type Page, type Route, test } from '@playwright/test';
import {
	allSent,
	keptOnPhone,
	nextBuyer,
	openTill,
	sellForCash,
	sentState,
	shop,
	soldSheet,
	take,
	toPay,
	treasurer
} from './counter.ts';
import { salesShown } from './office.ts';
import { ownFolder } from './own-folder.ts';
import { personWho, signInAs } from './people.ts';
import { basketKept, battery, eventsKept, expectWholeChain, openOffline, openPhone, type Phone } from './phone.ts';

/** Milliseconds from the tap that sells to the end of the browser. */
const moments = [0, 1, 2, 4, 8, 12, 20, 35, 60, 120];

const profile = ownFolder();

test('killed before, at and after the tap that sells, and while sending: each sale is there once, or its basket', async ({
	page: office
}) => {
	test.setTimeout(5 * 60_000);
	let phone = await openPhone({ profile });
	await openTill(phone.page);
	await keptOnPhone(phone.page);
	let sold = 0;

	phone = await killedBeforeTheTap(phone);
	for (const moment of moments) {
		const before = await killedAfterTheTap(phone, moment);
		phone = await openOffline(profile, shop);
		sold += await expectSaleOrBasket(phone.page, before);
	}
	expect(sold).toBe(moments.length);

	phone = await killedWithReceipt(phone);
	await phone.context.setOffline(false);
	await allSent(phone.page);
	for (const arrives of [false, true]) phone = await killedWhileSending(phone, arrives);

	const kept = await eventsKept(phone.page);
	expectWholeChain(kept);
	expect(kept).toHaveLength(1 + sold + 1 + 2);
	expect(new Set(kept.map(({ state }) => state))).toEqual(new Set(['applied']));
	const receipts = kept.map(({ receipt }) => receipt);
	const [till = ''] = receipts[0]?.split('-') ?? [];
	await phone.context.close();
	await signInAs(office, personWho(treasurer), `/kelola/${shop}`);
	expect((await salesShown(office, shop, till)).map(({ number }) => number)).toEqual(receipts);
});

/** The sheet to pay on lies open; afterwards the basket lies there, and it is sold. */
async function killedBeforeTheTap(phone: Phone): Promise<Phone> {
	await take(phone.page, 'Garam halus', 'Gula merah');
	await toPay(phone.page);
	await expect.poll(() => basketKept(phone.page)).toHaveLength(2);
	await (await battery(phone)).pull();
	const again = await openOffline(profile, shop);
	await sellBasketAgain(again.page, 2);
	return again;
}

/** Taps and dies so many milliseconds later; gives how many events were kept before. */
async function killedAfterTheTap(phone: Phone, moment: number): Promise<number> {
	const { page } = phone;
	const before = (await eventsKept(page)).length;
	await take(page, 'Garam halus', 'Gula merah');
	const sheet = await toPay(page);
	await expect.poll(() => basketKept(page)).toHaveLength(2);
	const button = await sheet.getByRole('button', { name: /^Terima/ }).elementHandle();
	const { pull } = await battery(phone);
	const tapped = page.evaluate((one) => one instanceof HTMLElement && one.click(), button).catch(() => undefined);
	await new Promise((resolve) => setTimeout(resolve, moment));
	await pull();
	await tapped;
	return before;
}

/** Whichever of the two it is, it is whole; the basket is then sold. Gives how many sales there are more. */
async function expectSaleOrBasket(page: Page, before: number): Promise<number> {
	const kept = (await eventsKept(page)).length;
	const basket = await basketKept(page);
	expect([kept - before, basket.length]).toEqual(kept === before ? [0, 2] : [1, 0]);
	if (kept === before) await sellBasketAgain(page, 2);
	expect((await eventsKept(page)).length).toBe(before + 1);
	return 1;
}

async function sellBasketAgain(page: Page, lines: number): Promise<void> {
	await expect(page.getByRole('button', { name: /^Keranjang,/ })).toHaveAccessibleName(new RegExp(`${lines}`));
	await sellForCash(page);
	await nextBuyer(page);
}

/** The receipt is on the screen: the sale is kept, and the next basket is empty. */
async function killedWithReceipt(phone: Phone): Promise<Phone> {
	const before = (await eventsKept(phone.page)).length;
	await take(phone.page, 'Garam halus');
	await sellForCash(phone.page);
	await (await battery(phone)).pull();
	const again = await openOffline(profile, shop);
	expect((await eventsKept(again.page)).length).toBe(before + 1);
	expect(await basketKept(again.page)).toEqual([]);
	return again;
}

/** The sale is on its way: the server has it and its answer never comes (`arrives`), or it never gets there. */
async function killedWhileSending(phone: Phone, arrives: boolean): Promise<Phone> {
	const { page, context } = phone;
	const onItsWay = new Promise<void>((resolve) => {
		void context.route('**/events', async (route: Route) => {
			if (arrives) await route.fetch();
			resolve();
		});
	});
	await take(page, 'Gula merah');
	await (await toPay(page)).getByRole('button', { name: /^Terima/ }).click();
	await soldSheet(page);
	await onItsWay;
	await (await battery(phone)).pull();
	const again = await openPhone({ profile });
	await again.page.goto(`/kasir/${shop}`);
	await expect(sentState(again.page, /Semua terkirim/)).toBeVisible({ timeout: 30_000 });
	return again;
}
