/** Those above the groups: the administrator, the social office with its staff and pendamping, and an agency that buys. */
import { PLATFORM, agencyTenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { foundAgency, foundOffice } from '#lib/identity/offices.server.ts';
import { registerPerson } from '#lib/identity/people.server.ts';
import type { Role } from '#lib/identity/permissions.ts';
import { grantRole } from '#lib/identity/roles.server.ts';
import type { OfficeLevel } from '#lib/identity/office.ts';
import type { Id } from '#lib/kernel/id.ts';
import { maker, newPerson, type Registered, type World } from './world.ts';

export interface OfficePlan {
	readonly name: string;
	readonly level: OfficeLevel;
	readonly regionCode: string;
	readonly staff: number;
	readonly pendamping: number;
	/** An agency of the same region that may buy. */
	readonly agency: string;
}

export interface Offices {
	readonly administrator: Registered;
	readonly head: Registered;
	readonly staff: readonly Registered[];
	readonly pendamping: readonly Registered[];
	readonly procurement: Registered;
	readonly commitment: Registered;
}

export async function makeOffices(world: World, plan: OfficePlan): Promise<Offices> {
	const { db } = world;
	const administrator = await register(world);
	await grant(world, administrator, { scope: 'platform', scopeId: 'platform', regionCode: '', role: 'administrator' });
	const { name, level, regionCode } = plan;
	const officeId = await inWork(db, maker, PLATFORM, (work) => foundOffice(work, { name, level, regionCode }));
	const head = await official(world, officeId, regionCode, 'office-admin');
	const staff = await inOrder(plan.staff, () => official(world, officeId, regionCode, 'office-staff'));
	const pendamping = await inOrder(plan.pendamping, () => register(world));
	const agencyId = await foundAgency(db, maker, { name: plan.agency, regionCode });
	const procurement = await buyer(world, agencyId, regionCode, 'procurement-officer');
	const commitment = await buyer(world, agencyId, regionCode, 'commitment-officer');
	return { administrator, head, staff, pendamping, procurement, commitment };
}

async function register(world: World): Promise<Registered> {
	const person = newPerson(world);
	const personId = await inWork(world.db, maker, PLATFORM, (work) => registerPerson(work, person));
	return { ...person, personId };
}

interface Seat {
	readonly scope: 'office' | 'platform';
	readonly scopeId: string;
	readonly regionCode: string;
	readonly role: Role;
}

function grant({ db }: World, { personId }: Registered, seat: Seat): Promise<Id> {
	return inWork(db, maker, PLATFORM, (work) => grantRole(work, { personId, ...seat }));
}

async function official(world: World, scopeId: Id, regionCode: string, role: Role): Promise<Registered> {
	const person = await register(world);
	await grant(world, person, { scope: 'office', scopeId, regionCode, role });
	return person;
}

async function buyer(world: World, agencyId: Id, regionCode: string, role: Role): Promise<Registered> {
	const person = await register(world);
	const { personId } = person;
	await inWork(world.db, maker, agencyTenant(agencyId), (work) =>
		grantRole(work, { personId, scope: 'agency', scopeId: agencyId, regionCode, role })
	);
	return person;
}

async function inOrder<Made>(count: number, make: () => Promise<Made>): Promise<Made[]> {
	const made: Made[] = [];
	while (made.length < count) made.push(await make());
	return made;
}
