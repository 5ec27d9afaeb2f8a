/** Where a till is, what the time is, who is at it, and for which groups they may sell. */
import type { Hello, TillGroup } from '#lib/counter/answers.ts';
import { serverTimeHeader } from '#lib/counter/answers.ts';
import { groupOf } from '#lib/groups/queries.server.ts';
import { may } from '#lib/identity/permissions.ts';
import { id } from '#lib/kernel/id.ts';
import { placeOf, requireAnywhere } from '#lib/web/access.server.ts';
import { answerJson } from '#lib/web/api.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import type { RequestHandler } from './$types';

const told = ['sale.record', 'sale.void', 'till.enrol', 'till.deliver', 'books.read'] as const;

export const GET: RequestHandler = (event) =>
	answerJson(event, async (): Promise<Hello> => {
		const { db, reader, person, grants } = requireAnywhere(event, 'sale.record');
		event.setHeaders({ 'cache-control': 'no-store', [serverTimeHeader]: db.clock() });
		const groupIds = [...new Set(grants.filter(({ scope }) => scope === 'group').map(({ scopeId }) => scopeId))];
		const groups = await Promise.all(
			groupIds.map(async (groupId): Promise<TillGroup> => {
				const group = await groupOf(reader, id(groupId));
				const { slug, name, address, phone, zone } = group;
				const allowed = told.filter((permission) => may(event.locals.grants, permission, placeOf(group)));
				return { id: group.groupId, slug, name, address, phone, zone, may: allowed };
			})
		);
		const { installation } = theApp();
		return {
			installation: { id: installation.id, kind: installation.kind },
			person: { id: person.personId, name: person.name },
			groups: groups.sort((a, b) => (a.name < b.name ? -1 : 1))
		};
	});
