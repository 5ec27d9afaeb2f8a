/** What the document says of how this page looks: the server writes it there, because the till loads nothing else from it. */
import { parseTheme, type Theme } from '#lib/look/theme.ts';

export function pageTheme(): Theme {
	return parseTheme(document.documentElement.dataset['theme']);
}

export function isDemoPage(): boolean {
	return document.documentElement.dataset['demo'] === 'yes';
}
