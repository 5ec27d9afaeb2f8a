/** Who guides the group, assigned and ended by a decision of the office. */
import * as v from 'valibot';
import { assignPendamping, endPendamping } from '#lib/groups/pendamping.server.ts';
import { pendampingOf } from '#lib/groups/people.server.ts';
import { personById, personByPhone } from '#lib/identity/people.server.ts';
import { parsePhone } from '#lib/identity/phone.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { idField, needed } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import { minutesEntries } from '../../minutes-form.ts';
import type { Actions, PageServerLoad } from './$types';

const phoneMax = 30;

const phoneField = v.pipe(
	needed(phoneMax),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const phone = parsePhone(dataset.value);
		if (phone !== null) return phone;
		addIssue({ message: m.office_phone_wrong() });
		return NEVER;
	})
);

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db, today, can } = await requireGroup(event, 'group.read');
	const holders = await pendampingOf(reader, groupId, db.clock());
	const guides = await Promise.all(
		holders.map(async ({ personId, name, since }) => {
			const person = await personById(reader, personId).catch(() => null);
			return { personId, name, since, phone: person?.phone ?? null };
		})
	);
	return { today, guides, mayAssign: can('pendamping.assign') };
};

export const actions: Actions = {
	penugasan: async (event) =>
		onward(
			await answer(
				event,
				'pendamping.assign',
				v.object({ ...minutesEntries, phone: phoneField }),
				async (work, { phone, ...minutes }) => {
					const person = await personByPhone(work.reader, phone);
					if (person === null) throw new NotFound('person');
					return assignPendamping(work, person.id, minutes);
				}
			),
			() => event.url.pathname
		),
	pengakhiran: async (event) =>
		onward(
			await answer(
				event,
				'pendamping.assign',
				v.object({ ...minutesEntries, personId: idField }),
				(work, { personId, ...minutes }) => endPendamping(work, personId, minutes)
			),
			() => event.url.pathname
		)
};
