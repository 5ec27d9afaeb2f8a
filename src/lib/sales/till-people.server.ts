/** Who may do what at the counter of a group. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Permission, permissions, type Role, rolesWith } from '#lib/identity/permissions.ts';
import { holdersOf } from '#lib/identity/roles.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';

export interface TillPerson {
	readonly id: Id;
	readonly name: string;
	readonly may: readonly Permission[];
}

/** What a till asks about; the rest is done elsewhere. */
const atTill = permissions.filter((permission) => /^(sale|till|stock|books|cash)\./.test(permission));

/** Who may sell for the group at a moment, by name, with all they may do at its counter. */
export async function tillPeople(reader: Reader, groupId: Id, at: Instant): Promise<TillPerson[]> {
	const people = new Map<Id, { readonly name: string; readonly roles: Role[] }>();
	for (const { personId, name, role } of await holdersOf(reader, 'group', groupId, at)) {
		const known = people.get(personId);
		if (known === undefined) people.set(personId, { name, roles: [role] });
		else known.roles.push(role);
	}
	return [...people]
		.map(([id, { name, roles }]) => ({ id, name, may: atTill.filter((permission) => allows(roles, permission)) }))
		.filter(({ may }) => may.includes('sale.record'))
		.sort((one, other) => one.name.localeCompare(other.name, 'id'));
}

/** Whether the person may sell for the group at a moment. */
export async function isAtTill(reader: Reader, groupId: Id, personId: Id, at: Instant): Promise<boolean> {
	return (await tillPeople(reader, groupId, at)).some(({ id }) => id === personId);
}

function allows(roles: readonly Role[], permission: Permission): boolean {
	return rolesWith(permission).some((role) => roles.includes(role));
}
