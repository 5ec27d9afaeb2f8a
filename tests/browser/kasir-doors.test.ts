/** The doors of the till: who may come in, and what is answered to bad input. */
import { type APIRequestContext, chromium, expect, test } from '@playwright/test';
import { newId } from '#lib/kernel/id.ts';
import { openTill, otherCashier, shop } from './counter.ts';
import { personWho, signInAs } from './people.ts';

interface Hello {
	readonly groups: readonly { readonly id: string; readonly slug: string }[];
}

async function groupOf(request: APIRequestContext): Promise<string> {
	const answer = await request.get('/api/kasir');
	const { groups } = (await answer.json()) as Hello;
	return groups[0]?.id ?? '';
}

test('who is not signed in gets 401 in JSON', async ({ request }) => {
	for (const path of ['/api/kasir', `/api/till/${newId()}`]) {
		const answer = await request.get(path);
		expect([answer.status(), ((await answer.json()) as { code: string }).code]).toEqual([401, 'web.sign-in-needed']);
	}
});

test("another group's till reads as one that nobody has", async ({ browser, page }) => {
	await signInAs(page, personWho('cashier (kasir), Kube Lasoani'), '/akun');
	const lasoani = await groupOf(page.request);
	const other = await browser.newPage();
	await signInAs(other, personWho('cashier (kasir), Kube Balaroa'), '/akun');
	const answers = async (group: string) => {
		const posts = [
			other.request.get(`/api/till/${group}`),
			other.request.post(`/api/till/${group}/enrolments`, { data: { id: newId(), name: 'HP' } }),
			other.request.post(`/api/till/${group}/${newId()}/events`, { data: { events: ['{}'] } })
		];
		return Promise.all((await Promise.all(posts)).map(async (answer) => [answer.status(), await answer.text()]));
	};
	const foreign = await answers(lasoani);
	expect(foreign.map(([status]) => status)).toEqual([404, 404, 404]);
	expect(foreign).toEqual(await answers(newId()));
	await other.goto(`/kasir/${shop}`);
	await expect(other.getByText('Kasir ini tidak ada.')).toBeVisible();
	await other.close();
});

test('bad input is refused with a code, and nothing is kept of it', async ({ page }) => {
	await signInAs(page, personWho('cashier (kasir), Kube Lasoani'), '/akun');
	const group = await groupOf(page.request);
	const till = newId();
	await page.request.post(`/api/till/${group}/enrolments`, { data: { id: till, name: 'Uji pintu' } });
	const path = `/api/till/${group}/${till}/events`;
	const bodies = [
		'',
		'not json',
		'[]',
		'{}',
		'{"events":[]}',
		'{"events":[7]}',
		'{"events":["{"]}',
		'{"events":["{}"]}',
		JSON.stringify({ events: Array.from({ length: 51 }, () => '{}') })
	];
	for (const data of bodies) {
		const answer = await page.request.post(path, { data, headers: { 'content-type': 'application/json' } });
		expect(answer.status(), data.slice(0, 40)).toBe(400);
		expect(((await answer.json()) as { code: string }).code).toMatch(/^(web\.bad-input|sales\.unreadable-envelope)$/);
	}
	const huge = await page.request.post(path, { data: { events: ['x'.repeat(3_000_000)] } });
	expect([400, 413]).toContain(huge.status());
	const foreign = await page.request.post(path, {
		data: { events: ['{}'] },
		headers: { origin: 'https://elsewhere.example' }
	});
	expect(foreign.status()).toBe(403);
});

test('the price list is not sent again while nothing changed', async ({ page }) => {
	await signInAs(page, personWho('cashier (kasir), Kube Balaroa'), '/akun');
	const path = `/api/till/${await groupOf(page.request)}`;
	const first = await page.request.get(path);
	const etag = first.headers()['etag'] ?? '';
	expect(etag).not.toBe('');
	const again = await page.request.get(path, { headers: { 'if-none-match': etag } });
	expect(again.status()).toBe(304);
});

test('a browser that is a till stays the same till', async ({ page }) => {
	await openTill(page, otherCashier);
	const code = await page.getByText(/^Kasir [A-Z]+$/).innerText();
	await page.goto('/kasir');
	await expect(page.getByText(code, { exact: true })).toBeVisible();
});

test('plain http is refused with words', async ({ baseURL }, { project }) => {
	const { launchOptions } = project.use;
	const browser = await chromium.launch({
		...launchOptions,
		args: [...(launchOptions?.args ?? []), '--host-resolver-rules=MAP warung.example 127.0.0.1']
	});
	const page = await browser.newPage({ locale: 'id-ID' });
	await page.goto(`http://warung.example:${new URL(baseURL ?? '').port}/kasir/${shop}`);
	await expect(page.getByText('Kasir tidak bisa dibuka di alamat ini.')).toBeVisible();
	await browser.close();
});
