/** What the frame of one's own account needs. */
import { requireSignedIn } from '#lib/web/access.server.ts';
import { workFrameOf } from '#lib/web/frame.server.ts';
import { homeOf } from '../masuk/home.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	const { person } = requireSignedIn(event);
	const home = homeOf(event.locals.grants);
	return {
		...workFrameOf(event, person),
		home: home === '/akun' ? '/' : home
	};
};
