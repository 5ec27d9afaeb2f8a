/** Reading a member's NIK in full: with a reason, and written down who did. */
import * as v from 'valibot';
import { readNik } from '#lib/groups/edit-member.server.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { oneOf } from '#lib/web/fields.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import { nikReasons } from '#lib/groups/nik.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db } = await requireGroup(event, 'nik.read');
	return { member: await foundOr404(memberOf(reader, groupId, idOr404(event.params.member), db.clock())) };
};

export const actions: Actions = {
	// Not sent on to another page: the number is shown in this answer alone.
	default: async (event) =>
		answer(event, 'nik.read', v.object({ reason: oneOf(nikReasons) }), async (work, { reason }) => ({
			read: await readNik(work, theApp().seals, idOr404(event.params.member), reason)
		}))
};
