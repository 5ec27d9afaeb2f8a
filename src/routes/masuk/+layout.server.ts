/** What the frame of every page of signing in needs; none of them is kept by a browser or a proxy. */
import { requirePublic } from '#lib/web/access.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	requirePublic(event);
	event.setHeaders({ 'cache-control': 'no-store' });
	return {
		demo: theApp().installation.kind === 'demo',
		theme: event.locals.theme,
		here: event.url.pathname + event.url.search
	};
};
