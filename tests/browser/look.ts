/** Looks at a page as it stands, light and dark: accessible in both. `PICTURES=folder` keeps a picture of each for a person to look at. */
import { join } from 'node:path';
import process from 'node:process';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { inTheme } from './theme.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Theme = 'light' | 'dark';

/** `state` is what is seen, in words. */
export async function look(page: Page, state: string, themes: readonly Theme[] = ['light', 'dark']): Promise<void> {
	for (const theme of themes) {
		await inTheme(page, theme);
		await keepPicture(page, `${state} ${theme}`);
		const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
		const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
		expect.soft(told, `${state} in ${theme}`).toEqual([]);
	}
}

async function keepPicture(page: Page, name: string): Promise<void> {
	const folder = process.env['PICTURES'];
	const { width } = page.viewportSize() ?? { width: 0 };
	if (folder !== undefined) await page.screenshot({ path: join(folder, `${name} ${width}.png`.replaceAll(' ', '-')) });
}
