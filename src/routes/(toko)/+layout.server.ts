/** What every page of the shop needs for its frame. */
import { requirePublic } from '#lib/web/access.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { frameOf } from '#lib/web/frame.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	requirePublic(event);
	const { locals, url } = event;
	return {
		...frameOf(event),
		office: theApp().installation.name,
		query: url.searchParams.get('cari') ?? '',
		isSignedIn: locals.signedIn !== null
	};
};
