/** What is kept of a person, for themselves to take along (UU 27/2022, article 13). */
import { json } from '@sveltejs/kit';
import { personById } from '#lib/identity/people.server.ts';
import { sessionsOf } from '#lib/identity/sessions.server.ts';
import { requireSignedIn } from '#lib/web/access.server.ts';
import { roleLines } from '../roles.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { db, reader, person } = requireSignedIn(event);
	const { name, phone, email, language } = await personById(reader, person.personId);
	const sessions = await sessionsOf(reader, person.personId, db.clock());
	const roles = await roleLines(reader, event.locals.grants);
	const told = {
		name, phone, email, language,
		roles: roles.map((line) => ({ where: line.where, roles: line.roles })),
		sessions: sessions.map(({ device, since, lastUsed }) => ({ device, since, lastUsed }))
	}; // prettier-ignore
	const disposition = 'attachment; filename="data-saya.json"';
	return json(told, { headers: { 'cache-control': 'no-store', 'content-disposition': disposition } });
};
