/** The thin front of every request: its id, its language, who is signed in; and the opening and closing of the app. */
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { erasers, startJobs } from '#jobs';
import { eraseAgain, type Replay } from '#lib/erasures/replay.server.ts';
import { readGrants } from '#lib/identity/roles.server.ts';
import { readSession } from '#lib/identity/sessions.server.ts';
import { newId } from '#lib/kernel/id.ts';
import { parseTheme, themeCookie } from '#lib/look/theme.ts';
import { noteBug } from '#lib/web/api.server.ts';
import { closeApp, openApp, theApp } from '#lib/web/app.server.ts';
import { cachingOf } from '#lib/web/caching.server.ts';
import { log, toldOf } from '#lib/web/log.server.ts';
import { noteRequest } from '#lib/web/metrics.server.ts';
import { allowWebAssembly } from '#lib/web/policy.server.ts';
import { keepSession, sessionCookie } from '#lib/web/session.server.ts';
import { paraglideMiddleware } from '#texts/server.js';
import { m } from '#texts/messages.js';

const shutdown = Symbol.for('ewaroeng.shutdown');

export const init: ServerInit = async () => {
	if (building) return;
	const { db, erasures } = await openApp();
	tell(await eraseAgain(db, erasures, erasers));
	const runner = await startJobs(db, erasures, {
		onFailure: (error, job) => log.error({ job: job?.name, tries: job?.tries, bug: toldOf(error) }, 'job failed')
	});
	Reflect.set(globalThis, shutdown, async () => {
		await runner.stop();
		await closeApp();
	});
};

/** Before the first request: a restored database has forgotten again whom it had forgotten, or the log says what is left. */
function tell({ again, refused, strangeKinds, brokenLines }: Replay): void {
	if (again > 0) log.warn({ again }, 'erased again: the database was restored');
	if (refused.length > 0) log.error({ refused }, 'not erased again: refused');
	if (strangeKinds.length > 0) log.error({ strangeKinds }, 'not erased again: listed by a newer program');
	if (brokenLines.length > 0) log.error({ brokenLines }, 'lines of the list of erasures that cannot be read');
}

export const handle: Handle = async ({ event, resolve }) => {
	const begun = performance.now();
	const { locals } = event;
	locals.requestId = newId();
	locals.theme = parseTheme(event.cookies.get(themeCookie));
	if (!building) await signedIn(event);
	const response = await paraglideMiddleware(event.request, ({ locale }) => {
		locals.language = locale;
		if (holdsNul(event.url)) return new Response(m.web_address_signs(), { status: 400 });
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html.replace('%lang%', locale).replace('%theme%', locals.theme).replace('%demo%', isDemo())
		});
	});
	response.headers.set('x-request-id', locals.requestId);
	if (!response.headers.has('cache-control'))
		response.headers.set('cache-control', cachingOf(event.url.pathname, locals.signedIn !== null));
	const seconds = (performance.now() - begun) / 1000;
	const route = event.route.id ?? 'none';
	if (route.startsWith('/kasir')) allowWebAssembly(response.headers);
	noteRequest(event.request.method, route, response.status, seconds);
	log.info(
		{ request: locals.requestId, method: event.request.method, route, status: response.status, seconds },
		'answered'
	);
	return response;
};

/** Nobody types such an address, and not every engine could look for it. */
function holdsNul({ pathname, search }: URL): boolean {
	return `${pathname}${search}`.includes('%00');
}

/** For the pages that load nothing: the document itself says that it is a demo. */
function isDemo(): 'yes' | 'no' {
	return !building && theApp().installation.kind === 'demo' ? 'yes' : 'no';
}

async function signedIn(event: Parameters<Handle>[0]['event']): Promise<void> {
	event.locals.signedIn = null;
	event.locals.grants = [];
	const token = event.cookies.get(sessionCookie);
	if (token === undefined) return;
	const { db } = theApp();
	const found = await readSession(db, token);
	if (found === null) return;
	event.locals.signedIn = found;
	event.locals.grants = await readGrants(db, found.personId, db.clock());
	if (found.renewed) keepSession(event, { token, expiresAt: found.expiresAt });
}

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: m.web_not_found() };
	const id = noteBug(event, error);
	return { message: m.web_bug({ id }), id };
};
