/** The doors of the till: who may come in, and what is answered to bad input. */
import { type APIRequestContext, chromium, expect, test } from '@playwright/test';
import { newId } from '#lib/kernel/id.ts';
import { systemClock } from '#lib/kernel/instant.ts';
import { testKey } from '#tests/support/till-key.ts';
import { openTill, otherOfficer, shop } from './counter.ts';
import { personWho, signInAs } from './people.ts';

interface Hello {
	readonly groups: readonly { readonly id: string; readonly slug: string }[];
}

async function groupOf(request: APIRequestContext): Promise<string> {
	const answer = await request.get('/api/kasir');
	const { groups } = (await answer.json()) as Hello;
	return groups[0]?.id ?? '';
}

const lasoaniOfficer = 'treasurer (bendahara), Kube Lasoani';

test('who is neither signed in nor a till gets 401 or 404 in JSON', async ({ request }) => {
	const codeOf = async (path: string) => {
		const answer = await request.get(path);
		return [answer.status(), ((await answer.json()) as { code: string }).code];
	};
	expect(await codeOf('/api/kasir')).toEqual([401, 'web.sign-in-needed']);
	expect(await codeOf(`/api/till/${newId()}/${newId()}`)).toEqual([404, 'kernel.not-found']);
});

test("another group's till reads as one that nobody has", async ({ browser, page }) => {
	await signInAs(page, personWho(lasoaniOfficer), '/akun');
	const lasoani = await groupOf(page.request);
	const other = await browser.newPage();
	await signInAs(other, personWho(otherOfficer), '/akun');
	const answers = async (group: string) => {
		const posts = [
			other.request.get(`/api/till/${group}/${newId()}`),
			other.request.post(`/api/till/${group}/enrolments`, {
				data: { id: newId(), name: 'HP', publicKey: testKey().publicKey }
			}),
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
	await signInAs(page, personWho(lasoaniOfficer), '/akun');
	const group = await groupOf(page.request);
	const till = newId();
	const key = testKey();
	const enrolling = { id: till, name: 'Uji pintu', publicKey: key.publicKey };
	expect((await page.request.post(`/api/till/${group}/enrolments`, { data: enrolling })).status()).toBe(200);
	const path = `/api/till/${group}/${till}/events`;
	const bodies = [
		'',
		'not json',
		'[]',
		'{}',
		'{"events":[7]}',
		'{"events":["{"]}',
		'{"events":["{}"]}',
		JSON.stringify({ events: Array.from({ length: 501 }, () => '{}') })
	];
	for (const data of bodies) {
		const answer = await page.request.post(path, { data: Buffer.from(data), headers: key.posting(data) });
		expect(answer.status(), data.slice(0, 40)).toBe(400);
		expect(((await answer.json()) as { code: string }).code).toMatch(/^(web\.bad-input|sales\.unreadable-envelope)$/);
	}
	const huge = await page.request.post(path, { data: { events: ['x'.repeat(3_000_000)] } });
	expect([400, 413]).toContain(huge.status());
	const unsigned = await page.request.post(path, { data: { events: ['{}'] } });
	expect([unsigned.status(), ((await unsigned.json()) as { code: string }).code]).toEqual([401, 'sales.till-unsigned']);
});

test('what a till works with is told to its key alone, at the present time, and not again while nothing changed', async ({ page }) => {
	await signInAs(page, personWho(otherOfficer), '/akun');
	const [till, key] = [newId(), testKey()];
	const group = await groupOf(page.request);
	const enrolling = { id: till, name: 'Uji pintu', publicKey: key.publicKey };
	await page.request.post(`/api/till/${group}/enrolments`, { data: enrolling });
	const path = `/api/till/${group}/${till}`;
	const asked = (headers: Record<string, string>) => page.request.get(path, { headers });
	expect((await asked({})).status()).toBe(401);
	const wrongClock = await asked(key.asking(path, '2031-01-01T00:00:00.000Z'));
	expect([wrongClock.status(), ((await wrongClock.json()) as { code: string }).code]).toEqual([401, 'sales.till-clock']);
	const first = await asked(key.asking(path, systemClock()));
	expect(first.status()).toBe(200);
	const etag = first.headers()['etag'] ?? '';
	expect((await asked({ ...key.asking(path, systemClock()), 'if-none-match': etag })).status()).toBe(304);
}); // prettier-ignore

test('a browser that is a till stays the same till', async ({ page }) => {
	await openTill(page, otherOfficer);
	const head = page.getByRole('banner').getByText(/^Kasir [A-Z]+/);
	const [code = ''] = /^Kasir [A-Z]+/.exec(await head.innerText()) ?? [];
	await page.goto('/kasir');
	await expect(head).toContainText(code);
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
