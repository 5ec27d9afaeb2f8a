/** Browsers tell here what the content security policy stopped; a report is a bug of ours. */
import { requirePublic } from '#lib/web/access.server.ts';
import { log } from '#lib/web/log.server.ts';
import type { RequestHandler } from './$types';

const reportBytesMax = 4000;

export const POST: RequestHandler = async (event) => {
	requirePublic(event);
	const report = (await event.request.text()).slice(0, reportBytesMax);
	log.error({ request: event.locals.requestId, report }, 'content security policy');
	return new Response(null, { status: 204 });
};
