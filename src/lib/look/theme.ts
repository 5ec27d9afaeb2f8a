/** Light, dark, or as the phone is set. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The cookie that keeps a person's choice, and the field of the form that makes it. */
export const themeCookie = 'tema';

/** A theme from text that came from outside; `auto` for anything unknown. */
export function parseTheme(text: string | null | undefined): Theme {
	return themes.find((known) => known === text) ?? 'auto';
}
