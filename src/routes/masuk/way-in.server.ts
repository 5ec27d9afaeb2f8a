/** What signing in and coming in by a code have in common: the new session's cookie, and where people go then. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { readGrants } from '#lib/identity/roles.server.ts';
import type { Entered } from '#lib/identity/sign-in.server.ts';
import { deviceName } from '#lib/identity/device.ts';
import { personById } from '#lib/identity/people.server.ts';
import { languageCookie } from '#lib/look/language.ts';
import { keepLanguage } from '#lib/web/choice.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { keepSession } from '#lib/web/session.server.ts';
import { homeOf } from './home.ts';

/** Where a request comes from and what its browser calls itself. */
export function visitorOf(event: RequestEvent): { address: string; device: string } {
	return { address: event.getClientAddress(), device: deviceName(event.request.headers.get('user-agent') ?? '') };
}

/** Keeps the session in the browser and goes where the person was going, or to where they work. */
export async function letIn(event: RequestEvent, entered: Entered, target: string | null = null): Promise<never> {
	const { db } = theApp();
	keepSession(event, entered);
	if (event.cookies.get(languageCookie) === undefined) {
		const { language } = await personById(db.reader, entered.personId);
		keepLanguage(event, language);
	}
	redirect(303, target ?? homeOf(await readGrants(db, entered.personId, db.clock())));
}
