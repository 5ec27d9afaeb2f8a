/** Light or dark, for the tests that look. */
import type { Page } from '@playwright/test';

/** Shows the page in a theme, without motion, and waits until it is drawn so: for a frame some letters keep the colour they had. */
export async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
	await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
	await page.evaluate(
		() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(undefined))))
	);
}
