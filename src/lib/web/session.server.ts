/** The cookie that says who is signed in on this browser. */
import type { RequestEvent } from '@sveltejs/kit';
import type { NewSession } from '#lib/identity/sessions.server.ts';

export const sessionCookie = 'masuk';

/** Gives the browser its session, readable by no script, sent to no other site. */
export function keepSession(event: RequestEvent, { token, expiresAt }: NewSession): void {
	event.cookies.set(sessionCookie, token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:',
		expires: new Date(expiresAt)
	});
}

/** Takes the session from the browser; `endSession` ends it on the server. */
export function dropSession(event: RequestEvent): void {
	event.cookies.delete(sessionCookie, { path: '/' });
}
