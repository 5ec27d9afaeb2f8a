/** Choices that a browser keeps in a cookie of its own: language and theme. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { type Language, languageCookie } from '#lib/look/language.ts';

const yearSeconds = 365 * 24 * 3600;

/** Keeps the field `name` of the posted form as a cookie and sends the reader back to `kembali`, a path of ours. */
export async function keepChoice(
	event: RequestEvent,
	name: string,
	parse: (text: string | null) => string | null
): Promise<never> {
	const form = await event.request.formData();
	const given = form.get(name);
	const choice = parse(typeof given === 'string' ? given : null);
	if (choice !== null) keep(event, name, choice);
	const back = form.get('kembali');
	redirect(303, ownPath(typeof back === 'string' ? back : null, event.url));
}

/** Keeps a person's language in this browser. */
export function keepLanguage(event: RequestEvent, language: Language): void {
	keep(event, languageCookie, language);
}

function keep(event: RequestEvent, name: string, choice: string): void {
	event.cookies.set(name, choice, {
		path: '/',
		maxAge: yearSeconds,
		httpOnly: false,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:'
	});
}

/** A path of this site from text that came from outside; `/` for anything that leads elsewhere. */
export function ownPath(text: string | null, site: URL): string {
	if (text?.startsWith('/') !== true) return '/';
	const url = URL.canParse(text, site.origin) ? new URL(text, site.origin) : null;
	return url?.origin === site.origin ? `${url.pathname}${url.search}` : '/';
}
