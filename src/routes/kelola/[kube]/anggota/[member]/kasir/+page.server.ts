/** Giving a member the counter, or taking it from them. */
import * as v from 'valibot';
import { endCashier, makeCashier } from '#lib/groups/account.server.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db } = await requireGroup(event, 'members.edit');
	return { member: await foundOr404(memberOf(reader, groupId, idOr404(event.params.member), db.clock())) };
};

export const actions: Actions = {
	tugas: async (event) =>
		onward(
			await answer(event, 'members.edit', v.object({}), (work) => makeCashier(work, idOr404(event.params.member))),
			() => `/kelola/${event.params.kube}/anggota/${event.params.member}`
		),
	pencabutan: async (event) =>
		onward(
			await answer(event, 'members.edit', v.object({}), (work) => endCashier(work, idOr404(event.params.member))),
			() => `/kelola/${event.params.kube}/anggota/${event.params.member}`
		)
};
