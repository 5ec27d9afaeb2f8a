/** One person: who they are, what they may do, and letting them in. */
import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { type EntryRequest, makeEntryCode } from '#lib/identity/entry-codes.server.ts';
import { erasePerson } from '#lib/identity/erase.server.ts';
import { personById } from '#lib/identity/people.server.ts';
import { mayAnywhere } from '#lib/identity/permissions.ts';
import { grantsOf } from '#lib/identity/roles.server.ts';
import { type ShownEntry, shownEntry } from '#lib/identity/shown-entry.ts';
import { vouchFor } from '#lib/identity/vouch.ts';
import { type Access, requireAnywhere } from '#lib/web/access.server.ts';
import { answerForm } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { phoneField } from '#lib/web/fields.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import { m } from '#texts/messages.js';
import { roleLines } from '../../../akun/roles.server.ts';
import { zoneOfPerson } from '../../../masuk/home.ts';
import { serves } from '../../reach.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Code = v.object({});
const Number = v.object({ phone: phoneField });
const Erasing = v.object({ sure: v.literal('ya', () => m.platform_erase_tick()) });

export const load: PageServerLoad = async (event) => {
	const { db, reader, person: self } = requireAnywhere(event, 'people.search');
	const { grants } = event.locals;
	const personId = idOr404(event.params.person);
	const person = await foundOr404(personById(reader, personId));
	const theirs = await grantsOf(reader, personId, db.clock());
	const isOurs = theirs.length === 0 || theirs.some((held) => serves(grants, held.regionCode));
	if (!isOurs) return { name: person.name, known: null };
	const { phone, email, hasPassword } = person;
	return {
		name: person.name,
		known: {
			phone,
			email,
			hasPassword,
			roles: await roleLines(reader, theirs),
			mayLetIn: personId !== self.personId && vouchFor(grants, theirs) === 'all',
			mayErase: theirs.length === 0 && mayAnywhere(grants, 'person.erase').length > 0
		}
	};
};

export const actions: Actions = {
	code: (event) => {
		const access = requireAnywhere(event, 'entry.vouch');
		const personId = idOr404(event.params.person);
		return answerForm(event, Code, () => letIn(access, event.url, { personId }));
	},
	number: (event) => {
		const access = requireAnywhere(event, 'entry.vouch');
		const personId = idOr404(event.params.person);
		return answerForm(event, Number, ({ phone }) => letIn(access, event.url, { personId, newPhone: phone }));
	},
	erase: (event) => {
		const { db, actor } = requireAnywhere(event, 'person.erase');
		const personId = idOr404(event.params.person);
		return answerForm(event, Erasing, async () => {
			await inWork(db, actor, PLATFORM, (work) => erasePerson(work, personId));
			redirect(303, '/dinsos/orang');
		});
	}
};

async function letIn(
	{ db, actor, grants }: Pick<Access, 'db' | 'actor'> & { grants: Parameters<typeof zoneOfPerson>[0] },
	{ origin }: URL,
	request: EntryRequest
): Promise<{ entry: ShownEntry }> {
	const entry = await inWork(db, actor, PLATFORM, (work) => makeEntryCode(work, theApp().seals, request));
	return { entry: shownEntry(entry, origin, zoneOfPerson(grants)) };
}
