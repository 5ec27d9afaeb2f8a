/** What the frame around a page needs to know of the visit. */
import type { RequestEvent } from '@sveltejs/kit';
import type { SignedIn } from '#lib/identity/sessions.server.ts';
import { theApp } from './app.server.ts';
import { savedParameter } from './onward.server.ts';

/** For every page: whether it is a demo, the theme, and where one is. */
export function frameOf({ url, locals }: RequestEvent) {
	return {
		demo: theApp().installation.kind === 'demo',
		theme: locals.theme,
		here: url.pathname + url.search
	};
}

/** For the pages of someone who works here: also who it is, and whether something was just saved. */
export function workFrameOf(event: RequestEvent, person: SignedIn) {
	const { pathname, searchParams } = event.url;
	return { ...frameOf(event), path: pathname, saved: searchParams.has(savedParameter), person: person.name };
}
