/** The languages that the screens speak. */
export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

/** The cookie that keeps a person's choice, and the field of the form that makes it. */
export const languageCookie = 'bahasa';

/** A language from text that came from outside, or null. */
export function parseLanguage(text: string | null | undefined): Language | null {
	return languages.find((known) => known === text) ?? null;
}
