/** People of the tests: registered through the real commands, with a password that is quick to make. */
import { type Actor, groupTenant, PLATFORM, systemActor, type Tenant } from '#lib/db/tenant.ts';
import type { Database } from '#lib/db/open.server.ts';
import { inFoundingWork, inWork } from '#lib/db/work.server.ts';
import type { Nik } from '#lib/groups/nik.ts';
import { registerPerson } from '#lib/identity/people.server.ts';
import { type Role, roleScopes } from '#lib/identity/permissions.ts';
import { parsePhone, type Phone } from '#lib/identity/phone.ts';
import { grantRole } from '#lib/identity/roles.server.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';

export const setup = systemActor('test');

export const lasoani = '72.71.08.1005';

let niks = 0;

/** A NIK that nobody else in these tests has. */
export function nextNik(): Nik {
	return `727108450585${String(++niks).padStart(4, '0')}` as Nik;
}

export function phone(text: string): Phone {
	return present(parsePhone(text), `phone ${text}`);
}

/** Registers someone and gives them as an actor. */
export async function register(db: Database, name: string, number: string): Promise<Actor & { personId: Id }> {
	const personId = await inWork(db, setup, PLATFORM, (work) => registerPerson(work, { name, phone: phone(number) }));
	return { personId, name };
}

/** A tenant with nothing in it. */
export async function emptyGroup(db: Database): Promise<Id> {
	const groupId = db.newId();
	await inFoundingWork(db, setup, groupTenant(groupId), async () => undefined);
	return groupId;
}

export interface Duty {
	readonly role: Role;
	readonly scopeId: string;
	readonly regionCode?: string;
}

/** Gives a person a role, in the work of the tenant that it is in. */
export async function give(db: Database, personId: Id, { role, scopeId, regionCode = lasoani }: Duty): Promise<Id> {
	const scope = roleScopes[role];
	const tenant: Tenant = scope === 'group' || scope === 'agency' ? { kind: scope, id: scopeId as Id } : PLATFORM;
	return inWork(db, setup, tenant, (work) =>
		grantRole(work, { personId, role, scope, scopeId, regionCode, decisionId: work.newId() })
	);
}
