/** The edges of a shift: midnight in the middle of it, and a sale at one till while another one counts the drawer. */
import { expect, type Page, test } from '@playwright/test';
import { instantOf } from '#lib/kernel/instant.ts';
import { allSent, keptOnPhone, openTill, otherOfficer, salesToday } from './counter.ts';
import { closeDrawer, countDrawer, openDrawer } from './errands.ts';
import { shiftsShown } from './office.ts';
import { ownFolder } from './own-folder.ts';
import { type OwnServer, ownServer } from './own-server.ts';
import { eventsKept, openPhone, sellQuickly } from './phone.ts';

const slug = 'kube-balaroa-bangkit';
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Ten minutes before midnight at the shop. */
const lateHour = '15:50:00.000Z';

test.describe('at midnight', () => {
	const profile = ownFolder();
	let server: OwnServer;
	let late: number;

	test.beforeAll(async () => {
		const now = Date.now();
		const today = Date.parse(`${instantOf(now).slice(0, 10)}T${lateHour}`);
		late = today > now ? today : today + dayMs;
		server = await ownServer(late - now);
	});
	test.afterAll(async () => {
		await server.end();
	});

	test('a shift goes on: one drawer, and each sale on the day on which it was', async () => {
		test.setTimeout(2 * minuteMs);
		const { context, page } = await openPhone({ profile, origin: server.origin });
		await page.clock.install({ time: late });
		await openTill(page, otherOfficer);
		await closeDrawer(page);
		await keptOnPhone(page);
		await openDrawer(page, 100_000);
		await sellQuickly(page, [['Garam halus', 1]]);
		await allSent(page);

		await context.setOffline(true);
		await page.clock.fastForward(20 * minuteMs);
		await sellQuickly(page, [['Gula merah', 1]]);
		const list = await salesToday(page);
		await expect(list.getByRole('button', { name: /[A-Z]+-000002/ })).toBeVisible(); // prettier-ignore
		await expect(list.getByRole('button', { name: /[A-Z]+-000001/ })).toHaveCount(0); // prettier-ignore
		await page.keyboard.press('Escape');
		await server.moveTo(late - Date.now() + 20 * minuteMs);
		await context.setOffline(false);
		await allSent(page);
		await countDrawer(page, 111_000, 'Pas');
		await allSent(page);

		const kept = await eventsKept(page);
		await expectOnTwoDays(page, kept.flatMap(({ receipt }) => receipt ?? [])); // prettier-ignore
		await context.close();
	});

	/** The list of sales has them under two days; the shift is one, of both. */
	async function expectOnTwoDays(page: Page, [before = '', after = '']: readonly string[]): Promise<void> {
		await page.goto(`/kelola/${slug}/penjualan`);
		const days = page.locator('main section');
		const newDay = days.filter({ hasText: after });
		await expect(newDay).not.toContainText(before);
		await expect(newDay.locator('data').first()).toHaveAttribute('value', '8000');
		await expect(page.getByText(before)).toBeVisible();
		const [shift] = await shiftsShown(page, slug, 1);
		expect([shift?.get('Seharusnya ada'), shift?.get('Selisih'), shift?.get('Banyak penjualan')]).toEqual([111_000, 0, 2]); // prettier-ignore
	}
});

test('what one till sells while another closes and opens the drawer is in one of the two shifts', async ({
	page,
	browser
}) => {
	test.setTimeout(3 * minuteMs);
	const rounds = 4;
	const salesInRound = 3;
	await openTill(page, otherOfficer);
	await closeDrawer(page);
	await openDrawer(page, 0);
	await allSent(page);
	const other = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'id-ID' });
	await openTill(other, otherOfficer);

	for (let round = 0; round < rounds; round += 1) {
		await Promise.all([handOver(page), sellSome(other, salesInRound)]);
	}
	await Promise.all([allSent(page), allSent(other)]);
	await countDrawer(page, 0, '');
	await allSent(page);

	const sold = await eventsKept(other);
	expect(sold).toHaveLength(rounds * salesInRound);
	expect(sold.map(({ state }) => state)).toEqual(sold.map(() => 'applied'));
	const shifts = await shiftsShown(other, slug, rounds + 1);
	expect(shifts.reduce((sum, shift) => sum + (shift.get('Banyak penjualan') ?? 0), 0)).toBe(sold.length);
	expect(shifts.reduce((sum, shift) => sum + (shift.get('Seharusnya ada') ?? 0), 0)).toBe(sold.length * 3000);
	await other.close();
});

/** Counts the drawer and opens it for the next. */
async function handOver(page: Page): Promise<void> {
	await countDrawer(page, 0, '');
	await openDrawer(page, 0);
}

async function sellSome(page: Page, count: number): Promise<void> {
	for (let sale = 0; sale < count; sale += 1) await sellQuickly(page, [['Garam halus', 1]]);
}
