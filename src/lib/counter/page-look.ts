/** How a page of the till looks: the page that is kept on the phone is nobody's, so the choices are read from their cookies. */
import { languages } from '#lib/look/language.ts';
import { parseTheme, type Theme, themeCookie } from '#lib/look/theme.ts';
import { getLocale } from '#texts/runtime.js';

/** Makes the document say the theme and the language that its person chose. */
export function chooseLook(): void {
	const { dataset } = document.documentElement;
	dataset['theme'] = parseTheme(cookie(themeCookie) ?? dataset['theme']);
	const language = getLocale();
	document.documentElement.lang = languages.find((known) => known === language) ?? languages[0];
}

export function pageTheme(): Theme {
	return parseTheme(document.documentElement.dataset['theme']);
}

export function isDemoPage(): boolean {
	return document.documentElement.dataset['demo'] === 'yes';
}

function cookie(name: string): string | undefined {
	const found = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`));
	return found?.slice(name.length + 1);
}
