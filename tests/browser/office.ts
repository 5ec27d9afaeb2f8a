/** What the pages of the back office say of a group's sales, drawer, credit and books. */
import { expect, type Page } from '@playwright/test';

export interface SaleShown {
	readonly number: string;
	readonly total: number;
	readonly marks: 'stands' | 'voided' | 'partly back';
}

/** The sales of one till, the first one first, as the list of all sales shows them. */
export async function salesShown(page: Page, slug: string, till: string): Promise<SaleShown[]> {
	const found: SaleShown[] = [];
	await page.goto(`/kelola/${slug}/penjualan`);
	for (;;) {
		const rows = await page.locator('main li').evaluateAll((items) =>
			items.map((item) => {
				const text = item.textContent;
				const [number = ''] = /[A-Z]+-\d{6}/.exec(text) ?? []; // prettier-ignore
				const marks = text.includes('Dibatalkan') ? 'voided' : text.includes('Retur') ? 'partly back' : 'stands';
				return { number, total: Number(item.querySelector('data')?.getAttribute('value')), marks } as const;
			})
		);
		const own = rows.filter(({ number }) => number.startsWith(`${till}-`));
		found.push(...own);
		const next = page.locator('main a[href*="sesudah="]');
		if ((found.length > 0 && own.length === 0) || (await next.count()) === 0) return found.reverse();
		const place = await next.getAttribute('href');
		await page.goto(new URL(place ?? '', page.url()).href);
	}
}

/** A shift as its page says it, by the words on it. */
export type ShiftShown = ReadonlyMap<string, number>;

/** The latest shifts of a group, the first one first. */
export async function shiftsShown(page: Page, slug: string, count: number): Promise<ShiftShown[]> {
	await page.goto(`/kelola/${slug}/penjualan/giliran`);
	const links = await page.locator('main li a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
	const shown: ShiftShown[] = [];
	for (const link of links.slice(0, count).reverse()) {
		await page.goto(link);
		const facts = await page.locator('main dl > div').evaluateAll((rows) =>
			rows.map((row) => {
				const value = row.querySelector('dd');
				const figure = value?.querySelector('data')?.getAttribute('value') ?? value?.textContent.trim() ?? '';
				return [row.querySelector('dt')?.textContent.trim() ?? '', figure] as const;
			})
		);
		shown.push(new Map(facts.map(([name, figure]) => [name, figure === 'Laci pas' ? 0 : Number(figure)])));
	}
	return shown;
}

/** What a customer owes. */
export async function owedShown(page: Page, slug: string, customer: string): Promise<number> {
	await page.goto(`/kelola/${slug}/kasbon`);
	const row = page.locator('main li').filter({ hasText: customer });
	return Number(await row.locator('data').first().getAttribute('value'));
}

/** How each account stands, debit less credit; that both sides sum to the same is asked here. */
export async function accountsShown(page: Page, slug: string): Promise<ReadonlyMap<string, number>> {
	await page.goto(`/kelola/${slug}/pembukuan/neraca-saldo`);
	const rows = await page.locator('main tr').evaluateAll((all) =>
		all.map((row) => {
			const [, code = ''] = /(\d-\d{4})/.exec(row.textContent) ?? [];
			const figures = [...row.children].slice(-2).map((cell) => Number(cell.querySelector('data')?.getAttribute('value') ?? 0)); // prettier-ignore
			return { code, debit: figures[0] ?? 0, credit: figures[1] ?? 0 };
		})
	);
	const accounts = rows.filter(({ code }) => code !== '');
	expect(accounts.reduce((sum, { debit, credit }) => sum + debit - credit, 0)).toBe(0);
	return new Map(accounts.map(({ code, debit, credit }) => [code, debit - credit]));
}
