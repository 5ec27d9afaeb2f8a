/** The demo's people: who signs in with what, as `npm start` prints it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, type Page } from '@playwright/test';
import * as v from 'valibot';

const signIns = v.array(
	v.object({ role: v.string(), name: v.string(), phone: v.string(), password: v.string(), page: v.string() })
);

export type SignIn = v.InferOutput<typeof signIns>[number];

/** Everyone who can sign in; `EWAROENG_DATA` names the demo of a server that was already running. */
function everyone(): SignIn[] {
	const folder = process.env['EWAROENG_DATA'] ?? join(process.env['BROWSER_FOLDER'] ?? '', 'data');
	return v.parse(signIns, JSON.parse(readFileSync(join(folder, 'demo-sign-ins.json'), 'utf8')));
}

/** The first person whose role begins so. */
export function personWho(role: string): SignIn {
	const found = everyone().find((person) => person.role.startsWith(role));
	if (found === undefined) throw new Error(`nobody in the demo is ${role}`);
	return found;
}

/** Signs in as a person would, and waits until that worked. */
export async function signInAs(page: Page, person: SignIn, to = person.page): Promise<void> {
	await page.goto(`/masuk?ke=${encodeURIComponent(to)}`);
	await page.locator('input[name="login"]').fill(person.phone);
	await page.locator('input[name="password"]').fill(person.password);
	await page.locator('form[action="/masuk"] button').click();
	await expect(page).not.toHaveURL(/\/masuk/);
}
