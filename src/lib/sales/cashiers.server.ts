/** Who was allowed to sell for the group, and when. */
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

/** Tells whether a person had `permission` in the work's group at a moment. */
export async function cashiers(
	work: Work,
	permission: Permission,
	people: readonly Id[]
): Promise<(person: Id, at: Instant) => boolean> {
	const roles: ReadonlySet<string> = new Set(rolesWith(permission));
	const spans = new Map<string, { from: string; to: string | null }[]>();
	for (const part of listsOf(people))
		for (const { personId, role, validFrom, validTo } of await work.run(grants, {
			groupId: work.groupId,
			people: part
		}))
			if (roles.has(role)) spans.set(personId, [...(spans.get(personId) ?? []), { from: validFrom, to: validTo }]);
	return (person, at) => (spans.get(person) ?? []).some(({ from, to }) => from <= at && (to === null || at < to));
}
