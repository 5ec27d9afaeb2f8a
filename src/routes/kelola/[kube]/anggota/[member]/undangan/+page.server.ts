/** A one-time way in for a member: the first time, or after a forgotten password. Shown once, kept nowhere. */
import * as v from 'valibot';
import { giveAccount } from '#lib/groups/account.server.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { entryAddress, entryMinutes, shownEntryCode } from '#lib/identity/entry-code.ts';
import { makeEntryCode } from '#lib/identity/entry-codes.server.ts';
import { whatsappLink } from '#lib/identity/phone.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import { m } from '#texts/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db } = await requireGroup(event, 'entry.vouch');
	return { member: await foundOr404(memberOf(reader, groupId, idOr404(event.params.member), db.clock())) };
};

export const actions: Actions = {
	// Not sent on to another page: the code is shown in this answer alone.
	default: async (event) =>
		answer(event, 'entry.vouch', v.object({}), async (work, _nothing, { group }) => {
			const personId = await giveAccount(work, idOr404(event.params.member));
			const { token, code, expiresAt, name, phone } = await makeEntryCode(work, theApp().seals, { personId });
			const link = entryAddress(event.url.origin, token);
			const text = m.office_invite_message({ name, group: group.name, link, minutes: entryMinutes });
			return { made: { code: shownEntryCode(code), link, expiresAt, whatsapp: whatsappLink(phone, text), phone } };
		})
};
