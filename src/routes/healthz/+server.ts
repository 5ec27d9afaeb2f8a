/** Whether this server can work: 200 with engine, schema and kind, or 503. */
import { json } from '@sveltejs/kit';
import { requirePublic } from '#lib/web/access.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { log, toldOf } from '#lib/web/log.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	requirePublic(event);
	try {
		const { db, installation, schema } = theApp();
		await db.reader.selectFrom('installation').select('id').executeTakeFirstOrThrow();
		return json({ ok: true, engine: db.engine, schema, kind: installation.kind });
	} catch (error) {
		log.error({ request: event.locals.requestId, bug: toldOf(error) }, 'not healthy');
		return json({ ok: false }, { status: 503 });
	}
};
