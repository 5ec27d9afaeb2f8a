/** What the frame of one's own account needs. */
import { requireSignedIn } from '#lib/web/access.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { savedParameter } from '#lib/web/onward.server.ts';
import { homeOf } from '../masuk/home.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	const { person } = requireSignedIn(event);
	const { url, locals } = event;
	const home = homeOf(locals.grants);
	return {
		demo: theApp().installation.kind === 'demo',
		theme: locals.theme,
		path: url.pathname,
		here: url.pathname + url.search,
		saved: url.searchParams.has(savedParameter),
		person: person.name,
		home: home === '/akun' ? '/' : home
	};
};
