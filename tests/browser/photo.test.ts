/** A photo of goods: sent by a phone, seen by anyone at its own address, and at no other. */
import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import * as v from 'valibot';
import { otherOfficer, shop, treasurer } from './counter.ts';
import { personWho, signInAs } from './people.ts';

test.describe.configure({ mode: 'serial' });

const tills = v.object({ groups: v.tupleWithRest([v.object({ id: v.string() })], v.unknown()) });
const product = `/kelola/${shop}/barang/1`;
/** Where the photo was found: the ids of its group and file. */
const place = { group: '', file: '' };

const photo = () =>
	sharp({ create: { width: 800, height: 600, channels: 3, background: '#a63' } })
		.jpeg()
		.withExif({ IFD0: { Copyright: 'Bu Sari' } })
		.toBuffer();

async function send(page: Page): Promise<void> {
	await page.goto(`${product}/foto`);
	await page
		.locator('input[type="file"]')
		.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await photo() });
	await page.locator('form[action="?/kirim"] button').click();
	await expect(page).toHaveURL(new RegExp(`${product}(\\?|$)`));
}

test('a photo that was sent is shown to residents, in sizes that a browser may keep for good', async ({ page, browser }) => {
	await signInAs(page, personWho(treasurer));
	await send(page);
	await page.goto(`${product}/foto`);
	const shown = await page.locator('img[src*="/gambar/"]').first().getAttribute('src');
	const [, group = '', file = ''] = /\/gambar\/([^/]+)\/([^/]+)\//.exec(shown ?? '') ?? [];
	Object.assign(place, { group, file });

	const resident = (await browser.newContext()).request;
	for (const [variant, format] of [['96.webp', 'webp'], ['320.webp', 'webp'], ['1024.webp', 'webp'], ['320.avif', 'heif']] as const) {
		const answer = await resident.get(`/gambar/${group}/${file}/${variant}`);
		expect(answer.status(), variant).toBe(200);
		expect(answer.headers()).toMatchObject({
			'content-type': `image/${variant.split('.')[1] ?? ''}`,
			'cache-control': 'public, max-age=31536000, immutable',
			'x-content-type-options': 'nosniff'
		});
		const seen = await sharp(await answer.body()).metadata();
		expect([seen.format, seen.width <= Number.parseInt(variant, 10), seen.exif]).toEqual([format, true, undefined]);
	}
}); // prettier-ignore

test('under any other address there is nothing', async ({ page, request }) => {
	const { group, file } = place;
	const nobody = '01900000-0000-7000-8000-00000000ffff';
	const others = await otherGroup(page);
	for (const path of [
		`${group}/${nobody}/320.webp`,
		`${nobody}/${file}/320.webp`,
		`${others}/${file}/320.webp`,
		`${group}/${file}/321.webp`,
		`${group}/${file}/320.jpg`,
		`${group}/${file}/320.webp.webp`,
		`${group}/${file}/..%2f320.webp`,
		`${group}/..%2f..%2f..%2fwaroeng.db/320.webp`,
		`${group}/%2e%2e/320.webp`,
		`${group}/${file.toUpperCase()}/320.webp`,
		`${group}/${file}/320.webp%00`
	]) {
		const answer = await request.get(`/gambar/${path}`);
		expect([400, 404], path).toContain(answer.status());
		expect(answer.headers()['content-type'], path).not.toContain('image');
	}
});

/** The id of a group that has nothing to do with the photo, as its own till is told it. */
async function otherGroup(page: Page): Promise<string> {
	await signInAs(page, personWho(otherOfficer), '/kasir');
	const { groups } = v.parse(tills, await (await page.request.get('/api/kasir')).json());
	return groups[0].id;
}
