/** Coming in without e-mail or SMS: a link handed over, opened by a preview, used once, and dead afterwards. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { personWho, signInAs } from './people.ts';

const password = 'sawah hijau di pagi hari';

/** A link for a member of the chair's group who has never signed in, as its page shows it once. */
async function newLink(page: Page): Promise<string> {
	const chair = personWho('chair (ketua), Kube Melati Lasoani');
	await signInAs(page, chair);
	await page.goto(`${chair.page}/anggota`);
	const links = page.locator('main a:visible');
	const members = (await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))).filter(
		(href) => /[0-9a-f-]{36}$/.test(href)
	);
	const invite = page.locator('main a[href$="/undangan"]');
	for (const member of members) {
		await page.goto(member);
		if ((await invite.count()) > 0) break;
	}
	await invite.click();
	await page.getByRole('button', { name: 'Buat kode masuk' }).click();
	return page.getByText(/\/masuk\/tautan\//).innerText();
}

test('a one-time link survives being looked at, lets its person in once, and is dead after', async ({
	page,
	browser
}) => {
	const link = new URL(await newLink(page)).pathname;
	const theirs = await (await browser.newContext()).newPage();
	await theirs.goto(link);
	await theirs.goto(link);
	expect((await new AxeBuilder({ page: theirs }).withTags(['wcag2a', 'wcag2aa']).analyze()).violations).toEqual([]);
	await theirs.locator('input[name="password"]').fill(password);
	await theirs.locator('input[name="password-again"]').fill(password);
	await theirs.locator('main form button').click();
	await expect(theirs).not.toHaveURL(/masuk/);

	const late = await (await browser.newContext()).newPage();
	await late.goto(link);
	await expect(late.locator('input[name="password"]')).toHaveCount(0);
	await expect(late.getByRole('alert')).toBeVisible();
});

test('a wrong password and an unknown number are answered alike', async ({ page }) => {
	const answers: string[] = [];
	for (const login of [personWho('treasurer (bendahara), Kube Balaroa').phone, '0840-9999-9999']) {
		await page.goto('/masuk');
		await page.locator('input[name="login"]').fill(login);
		await page.locator('input[name="password"]').fill('bukan kata sandinya');
		await page.locator('form[action="/masuk"] button').click();
		answers.push(await page.getByRole('alert').innerText());
	}
	expect(answers[0]).toBe(answers[1]);
});
