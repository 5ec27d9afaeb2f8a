/** A one-time code by which another phone becomes a till. Shown once, kept nowhere. */
import * as v from 'valibot';
import { inviteTill, invitationMinutes } from '#lib/sales/invite-till.server.ts';
import { tillsOf } from '#lib/sales/tills.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { idField } from '#lib/web/fields.ts';
import type { Actions, PageServerLoad } from './$types';

const none = '';
const InvitationForm = v.object({
	replaces: v.optional(
		v.union([
			idField,
			v.pipe(
				v.literal(none),
				v.transform(() => null)
			)
		]),
		none
	)
});

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'till.enrol');
	const tills = (await tillsOf(reader, groupId)).filter(({ revokedAt }) => revokedAt === null);
	return { minutes: invitationMinutes, tills: tills.map(({ id, name, code }) => ({ id, name, code })) };
};

export const actions: Actions = {
	// Not sent on to another page: the code is shown in this answer alone.
	default: async (event) =>
		answer(event, 'till.enrol', InvitationForm, async (work, { replaces }, { groupId }) => {
			const { id, token, expiresAt } = await inviteTill(work, { replaces });
			return { made: { link: `${event.url.origin}/kasir/daftar#${groupId}.${id}.${token}`, expiresAt } };
		})
};
