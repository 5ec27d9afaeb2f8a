/** What the frame of every page of signing in needs; none of them is kept by a browser or a proxy. */
import { requirePublic } from '#lib/web/access.server.ts';
import { frameOf } from '#lib/web/frame.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	requirePublic(event);
	event.setHeaders({ 'cache-control': 'no-store' });
	return frameOf(event);
};
