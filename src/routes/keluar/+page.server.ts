/** Signing out: a form, so that no link or picture elsewhere can do it. */
import { redirect } from '@sveltejs/kit';
import { endSession } from '#lib/identity/sessions.server.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { dropSession, sessionCookie } from '#lib/web/session.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requirePublic(event);
	if (event.locals.signedIn === null) redirect(303, '/masuk');
	return { demo: theApp().installation.kind === 'demo', theme: event.locals.theme };
};

export const actions: Actions = {
	default: async (event) => {
		const { db } = requirePublic(event);
		const token = event.cookies.get(sessionCookie);
		if (token !== undefined) await endSession(db, token);
		dropSession(event);
		redirect(303, '/');
	}
};
