/** What every page of the shop needs for its frame. */
import { requirePublic } from '#lib/web/access.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	requirePublic(event);
	const { locals, url } = event;
	return {
		demo: theApp().installation.kind === 'demo',
		office: theApp().installation.name,
		theme: locals.theme,
		here: url.pathname + url.search,
		query: url.searchParams.get('cari') ?? '',
		isSignedIn: locals.signedIn !== null
	};
};
