/** One's own account: data, roles, where one is signed in. */
import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { editPerson, personById } from '#lib/identity/people.server.ts';
import { endOneSession, endSessionsOf, sessionsOf } from '#lib/identity/sessions.server.ts';
import { dayOf } from '#lib/kernel/day.ts';
import { languages } from '#lib/look/language.ts';
import { requireSignedIn } from '#lib/web/access.server.ts';
import { answerForm } from '#lib/web/answer.server.ts';
import { keepLanguage } from '#lib/web/choice.server.ts';
import { needed, oneOf, optionalEmail } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { dropSession } from '#lib/web/session.server.ts';
import { zoneOfPerson } from '../masuk/home.ts';
import { roleLines } from './roles.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Data = v.object({ email: optionalEmail, language: oneOf(languages) });
const Ending = v.object({ session: needed(64) });

export const load: PageServerLoad = async (event) => {
	const { db, reader, person } = requireSignedIn(event);
	const { name, phone, email, language } = await personById(reader, person.personId);
	const sessions = await sessionsOf(reader, person.personId, db.clock());
	return {
		own: { name, phone, email, language },
		roles: await roleLines(reader, event.locals.grants),
		sessions: sessions.map(({ lastUsed, ...session }) => ({
			...session,
			lastUsed: dayOf(lastUsed, zoneOfPerson(event.locals.grants)),
			isThis: session.sessionId === person.sessionId
		}))
	};
};

export const actions: Actions = {
	data: async (event) => {
		const { db, actor, person } = requireSignedIn(event);
		const done = await answerForm(event, Data, async (change) => {
			await inWork(db, actor, PLATFORM, (work) => editPerson(work, person.personId, change));
			keepLanguage(event, change.language);
		});
		return onward(done, () => '/akun');
	},
	end: async (event) => {
		const { db, actor, person } = requireSignedIn(event);
		const done = await answerForm(event, Ending, ({ session }) =>
			inWork(db, actor, PLATFORM, (work) => endOneSession(work, person.personId, session))
		);
		return onward(done, () => '/akun');
	},
	everywhere: async (event) => {
		const { db, actor, person } = requireSignedIn(event);
		await inWork(db, actor, PLATFORM, (work) => endSessionsOf(work, person.personId));
		dropSession(event);
		redirect(303, '/masuk');
	}
};
