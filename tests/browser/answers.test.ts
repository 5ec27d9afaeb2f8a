/** What answers carry besides their page: who may keep them, what pages may use, and what is said to text that no database keeps. */
import { type APIRequestContext, expect, test } from '@playwright/test';
import * as v from 'valibot';
import { shop, treasurer } from './counter.ts';
import { personWho, signInAs } from './people.ts';

const unkept = 'Ada tanda yang tidak bisa disimpan';
const group = v.object({ groups: v.tupleWithRest([v.object({ id: v.string() })], v.unknown()) });

const headerOf = async (from: APIRequestContext, path: string, name: string) =>
	(await from.get(path, { maxRedirects: 0 })).headers()[name];

test('residents ask for each page anew, and no proxy keeps one: it knows their language', async ({ request }) => {
	for (const path of ['/', '/warung', `/warung/${shop}`, '/wilayah', '/kasir', '/tidak-ada'])
		expect(await headerOf(request, path, 'cache-control'), path).toBe('private, no-cache');
	expect(await headerOf(request, '/masuk', 'cache-control')).toContain('no-store');
});

test('nothing of what a signed-in person sees is kept; the till is a shell that holds nobody', async ({ page }) => {
	await signInAs(page, personWho(treasurer));
	for (const path of ['/', `/kelola/${shop}`, `/kelola/${shop}/anggota`, '/akun', '/kelola/tidak-ada', '/masuk'])
		expect(await headerOf(page.request, path, 'cache-control'), path).toContain('no-store');
	expect(await headerOf(page.request, `/kelola/${shop}`, 'cache-control')).toBe('private, no-store');
	for (const path of ['/kasir', `/kasir/${shop}`])
		expect(await headerOf(page.request, path, 'cache-control'), path).toBe('private, no-cache');
	expect(await headerOf(page.request, '/api/kasir', 'cache-control')).toBe('no-store');
});

test('what never changes under its name is kept by everybody', async ({ page }) => {
	await page.goto('/');
	const style = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
	expect(await headerOf(page.request, new URL(style ?? '', page.url()).pathname, 'cache-control')).toContain(
		'immutable'
	);
});

test('pages ask for nothing that the browser warns of; only the till may use camera and ports', async ({ page }) => {
	const warnings: string[] = [];
	page.on('console', (line) => {
		if (/permissions.policy|unrecognized feature/i.test(line.text())) warnings.push(line.text());
	});
	const allowed = (): Promise<readonly string[]> =>
		page.evaluate(() => {
			// The name under which Chromium tells it; it is in no list of types.
			const policy: unknown = Reflect.get(document, 'featurePolicy');
			const features = policy as { allowedFeatures(): string[] };
			return features.allowedFeatures();
		});
	await page.goto('/');
	expect(await allowed()).not.toEqual(expect.arrayContaining(['camera']));
	await page.goto('/kasir');
	expect(await allowed()).toEqual(expect.arrayContaining(['camera', 'usb', 'serial']));
	expect(await allowed()).not.toContain('geolocation');
	expect(warnings).toEqual([]);
});

test('a form with a sign that no database keeps is given back with the field named', async ({ page, baseURL }) => {
	await signInAs(page, personWho(treasurer.replace('treasurer (bendahara)', 'chair (ketua)')));
	const headers = { origin: baseURL ?? '', accept: 'text/html' };
	for (const form of [{ name: 'Bu\0Ida' }, { name: 'Bu Ida', phone: '0812\0' }] as Record<string, string>[]) {
		const answer = await page.request.post(`/kelola/${shop}/anggota/baru`, { form, headers });
		expect(answer.status()).toBe(400);
		expect(await answer.text()).toContain(unkept);
	}
	const search = await page.request.get('/warung?cari=%00');
	expect([search.status(), await search.text()]).toEqual([400, expect.stringContaining('tidak bisa dibaca')]);
	expect((await page.request.get('/warung/%00')).status()).toBe(400);
});

test('a post with such a sign, or half of one, is refused by the name of its field', async ({ page }) => {
	await signInAs(page, personWho(treasurer));
	const { groups } = v.parse(group, await (await page.request.get('/api/kasir')).json());
	const headers = { 'content-type': 'application/json' };
	const enrol = (data: string) => page.request.post(`/api/till/${groups[0].id}/enrolments`, { data, headers });
	for (const sign of ['\\u0000', '\\ud800', '\\udc00x']) {
		const answer = await enrol(`{"id":"01900000-0000-7000-8000-000000000001","name":"HP ${sign}"}`);
		expect(answer.status()).toBe(400);
		expect(await answer.json()).toMatchObject({ code: 'web.bad-input', facts: { field: 'name' } });
	}
});
