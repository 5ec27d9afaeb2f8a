/** Every page of the tree is reached by following links, and is accessible, says that it is a demo, and breaks no policy. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { personWho, signInAs } from './people.ts';
import { routeOf, routes } from './routes.ts';
import { inTheme } from './theme.ts';

/** Pages that no link leads to, each with where it is tried instead. */
const elsewhere: Readonly<Record<string, string>> = {
	'masuk/tautan/[token]': 'needs a fresh link: masuk.test.ts',
	'kelola/[kube]/anggota/[member]/nik': 'needs a member with a NIK: nik.test.ts'
};

const roles = [
	'chair (ketua), Kube Lasoani',
	'treasurer (bendahara), Kube Lasoani',
	// Her group has switched shifts on.
	'treasurer (bendahara), Kube Balaroa',
	'facilitator',
	'head of the social',
	'administrator'
];
const visitsMax = 400;

const laptop = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
/** What another theme or size can change. */
const otherOnPhone = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

test.describe.configure({ mode: 'serial' });
test.setTimeout(12 * 60_000);

const reached = new Map<string, string>();

test('residents reach the shop, and nothing there is broken', async ({ page }) => {
	await followLinks(page, ['/', '/masuk', '/masuk/kode', '/kasir', '/kasir/daftar']);
	expect([...reached.keys()]).toContain('(toko)/warung/[kube]/[number]');
});

for (const role of roles)
	test(`${role} reaches their pages, and nothing there is broken`, async ({ page }) => {
		const person = personWho(role);
		await signInAs(page, person);
		await followLinks(page, [person.page, '/akun', '/kelola', '/keluar']);
	});

test('no page of the tree is left out', () => {
	const missing = routes.map(({ id }) => id).filter((id) => !reached.has(id) && !(id in elsewhere));
	expect(missing).toEqual([]);
});

/** Follows links from `start`, looking closely at the first page of each route. */
async function followLinks(page: Page, start: readonly string[]): Promise<void> {
	const reports = watch(page);
	const waiting = [...start];
	const seen = new Set<string>();
	for (let visits = 0; waiting.length > 0 && visits < visitsMax;) {
		const address = waiting.shift() ?? '/';
		const route = routeOf(new URL(address, 'http://x').pathname);
		if (route === undefined || seen.has(route.id)) continue;
		seen.add(route.id);
		visits++;
		const response = await page.goto(address);
		const landed = routeOf(new URL(page.url()).pathname);
		if (response?.status() === 403) continue;
		expect(response?.status(), `${address} is there`).toBe(200);
		if (landed !== undefined && !reached.has(landed.id)) await lookAt(page, address, landed.id);
		expect(reports, `${address} breaks no policy and throws nothing`).toEqual([]);
		waiting.push(...(await linksOf(page)));
	}
}

async function lookAt(page: Page, address: string, id: string): Promise<void> {
	reached.set(id, address);
	await expect(page.locator('h1').first(), `${address} has a heading`).toBeAttached();
	await expect(page.locator('body'), `${address} says demo`).toContainText(/DEMO/);
	await page.setViewportSize(laptop);
	await inTheme(page, 'light');
	const rules = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
	expect(await told(rules), `${address} is accessible`).toEqual([]);
	await page.setViewportSize(phone);
	await inTheme(page, 'dark');
	const onPhone = new AxeBuilder({ page }).withRules(otherOnPhone);
	expect(await told(onPhone), `${address} is so on a phone in the dark`).toEqual([]);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width, `${address} is no wider than a phone`).toBeLessThanOrEqual(phone.width);
}

async function told(rules: AxeBuilder): Promise<string[]> {
	const { violations } = await rules.analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** What the browser complains of, as it comes. */
function watch(page: Page): string[] {
	const reports: string[] = [];
	page.on('pageerror', (error) => reports.push(error.message));
	page.on('console', (line) => {
		if (/content security policy/i.test(line.text())) reports.push(line.text());
	});
	page.on('request', (request) => {
		if (request.url().endsWith('/api/csp')) reports.push(request.postData() ?? 'a policy report');
	});
	return reports;
}

async function linksOf(page: Page): Promise<string[]> {
	const found = await page
		.locator('a[href]')
		.evaluateAll((links) =>
			links.map((link) =>
				link instanceof HTMLAnchorElement && link.origin === location.origin ? link.pathname + link.search : ''
			)
		);
	return found.filter((address) => address !== '' && !address.startsWith('/keluar'));
}
