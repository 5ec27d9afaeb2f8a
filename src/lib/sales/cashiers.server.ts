/** Who was allowed to do what for the group, and when. */
import { listsOf } from '#lib/db/lists.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Permission, rolesWith } from '#lib/identity/permissions.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';

const grants = prepared((db, p: { groupId: string; people: readonly string[] }) =>
	db
		.selectFrom('roleGrant')
		.select(['personId', 'role', 'validFrom', 'validTo'])
		.where('scopeId', '=', p.groupId)
		.where('scope', '=', 'group')
		.where('personId', 'in', p.people)
);

/** Whether a person had a permission at a moment. */
export type Mayed = (person: Id, permission: Permission, at: Instant) => boolean;

/** Tells what some people were allowed in the work's group. */
export async function cashiers(work: Work, people: readonly (Id | null)[]): Promise<Mayed> {
	const spans = new Map<string, { role: string; from: string; to: string | null }[]>();
	const named = people.filter((person) => person !== null);
	for (const part of listsOf(named))
		for (const { personId, role, validFrom, validTo } of await work.run(grants, {
			groupId: work.groupId,
			people: part
		}))
			spans.set(personId, [...(spans.get(personId) ?? []), { role, from: validFrom, to: validTo }]);
	return (person, permission, at) => {
		const roles: readonly string[] = rolesWith(permission);
		return (spans.get(person) ?? []).some(
			({ role, from, to }) => roles.includes(role) && from <= at && (to === null || at < to)
		);
	};
}
