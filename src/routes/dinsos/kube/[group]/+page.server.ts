/** One group as Dinsos sees it: what it is, who runs and guides it, what was decided. */
import * as v from 'valibot';
import { inWork } from '#lib/db/work.server.ts';
import { giveAccount } from '#lib/groups/account.server.ts';
import { businessesOf } from '#lib/groups/queries.server.ts';
import { licencesOf } from '#lib/groups/licences.server.ts';
import { decisionsOf } from '#lib/groups/decisions.server.ts';
import { membersOf, pendampingOf } from '#lib/groups/people.server.ts';
import { nextStatuses } from '#lib/groups/status.ts';
import { makeEntryCode } from '#lib/identity/entry-codes.server.ts';
import { mayAnywhere } from '#lib/identity/permissions.ts';
import { shownEntry } from '#lib/identity/shown-entry.ts';
import { regionPath } from '#lib/regions/queries.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answerForm } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { idField } from '#lib/web/fields.ts';
import type { Actions, PageServerLoad } from './$types';

const decisionsShown = 5;

const Account = v.object({ member: idField });

export const load: PageServerLoad = async (event) => {
	const { db, reader, group, groupId, today, can } = await requireGroup(event, 'group.read');
	const now = db.clock();
	const { slug, name, address, status, foundedOn, phone, isShop, villageCode } = group;
	const mayReadPeople = can('members.read');
	const { decisions } = await decisionsOf(reader, groupId, { limit: decisionsShown });
	return {
		group: { groupId, slug, name, address, status, foundedOn, phone, isShop },
		place: (await regionPath(reader, villageCode)).text,
		today,
		licences: await licencesOf(reader, groupId),
		businesses: await businessesOf(reader, groupId),
		members: mayReadPeople ? (await membersOf(reader, groupId, now)).filter((member) => member.leftOn === null) : [],
		pendamping: await pendampingOf(reader, groupId, now),
		decisions: can('decisions.read') ? decisions : [],
		mayReadPeople,
		mayChangeStatus: can('status.change') && nextStatuses(status).length > 0,
		mayAssign: can('pendamping.assign'),
		mayLetIn: can('entry.vouch'),
		mayAudit: can('audit.read'),
		maySearch: mayAnywhere(event.locals.grants, 'people.search').length > 0
	};
};

export const actions: Actions = {
	/** Gives a member an account, and a way into it. The code is shown once and stored nowhere. */
	account: async (event) => {
		const { db, actor, tenant, group } = await requireGroup(event, 'entry.vouch');
		return answerForm(event, Account, ({ member }) =>
			inWork(db, actor, tenant, async (work) => {
				const personId = await giveAccount(work, member);
				const entry = await makeEntryCode(work, theApp().seals, { personId });
				return { entry: shownEntry(entry, event.url.origin, group.zone) };
			})
		);
	}
};
