/** Giving and ending roles, and who has which. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { type Database, type Reader, readPrepared } from '#lib/db/open.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { assert, present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { type Grant, parseRole, type Role, roleScopes, type Scope } from './permissions.ts';

export interface NewGrant {
	readonly personId: Id;
	readonly scope: Scope;
	readonly scopeId: string;
	/** The group's village, the region of the agency or office, '' for the platform. */
	readonly regionCode: string;
	readonly role: Role;
	readonly decisionId?: Id | null;
	/** From when on; at once unless given. */
	readonly from?: Instant;
}

/** The person has this role here already. */
export class RoleHeld extends Refusal {
	readonly code = 'identity.role-held';
	readonly role: Role;

	constructor(role: Role) {
		super(`This person is ${role} here already.`);
		this.role = role;
	}
}

/** Roles that only a minuted decision gives. */
const decided: readonly Role[] = ['chair', 'secretary', 'treasurer', 'pendamping'];

/** Gives a role in the work's tenant: a group's in its own work, an office's and the platform's in the platform's. */
export async function grantRole(work: Work, grant: NewGrant): Promise<Id> {
	const { personId, scope, scopeId, regionCode, role, decisionId = null, from = work.now } = grant;
	assert(roleScopes[role] === scope, `${role} is no role in a ${scope}`);
	assertTenant(work, scope, scopeId);
	assert(decisionId !== null || !decided.includes(role), `${role} needs a decision`);
	await checkPerson(work, personId);
	const held = await grantsOf(work.reader, personId, from);
	if (held.some((other) => other.scopeId === scopeId && other.role === role)) throw new RoleHeld(role);
	const grantId = work.newId();
	const row = { id: grantId, personId, scope, scopeId, regionCode, role, validFrom: from, validTo: null, decisionId };
	await work.insert('roleGrant', [{ ...row, grantedBy: work.actor.personId }]);
	await recordAudit(work, {
		action: 'role.granted',
		subjectType: 'person',
		subjectId: personId,
		facts: { role, scope, scopeId, decisionId }
	});
	return grantId;
}

export interface RoleEnd {
	readonly grantId: Id;
	readonly decisionId?: Id | null;
	/** At once unless given. */
	readonly at?: Instant;
}

/** Ends a role of the work's tenant; what was done with it stays done. Throws NotFound when it is none or has ended. */
export async function endRole(work: Work, { grantId, decisionId = null, at = work.now }: RoleEnd): Promise<void> {
	const { tenant } = work;
	let ending = work.trx
		.updateTable('roleGrant')
		.set({ validTo: at })
		.where('id', '=', grantId)
		.where('validTo', 'is', null)
		.where('scope', 'in', scopesOf[tenant.kind]);
	if (tenant.kind !== 'platform') ending = ending.where('scopeId', '=', tenant.id);
	const grant = await ending.returning(['personId', 'role', 'scope', 'scopeId']).executeTakeFirst();
	if (grant === undefined) throw new NotFound('role');
	const { personId, ...facts } = grant;
	await recordAudit(work, {
		action: 'role.ended',
		subjectType: 'person',
		subjectId: personId,
		facts: { ...facts, decisionId }
	});
}

const active = prepared((db, p: { personId: string; at: string }) =>
	db
		.selectFrom('roleGrant')
		.select(['id', 'scopeId', 'role', 'regionCode'])
		.where('personId', '=', p.personId)
		.where('validFrom', '<=', p.at)
		.where((row) => row.or([row('validTo', 'is', null), row('validTo', '>', p.at)]))
);

/** What a person may do at a moment, by roles; read on every request. */
export async function readGrants(db: Database, personId: Id, at: Instant): Promise<Grant[]> {
	return (await readPrepared(db, active, { personId, at })).map(grantOf);
}

/** The same inside a work, or by a reader of one's own. */
export async function grantsOf(reader: Reader, personId: Id, at: Instant): Promise<Grant[]> {
	const rows = await reader
		.selectFrom('roleGrant')
		.select(['id', 'scopeId', 'role', 'regionCode'])
		.where('personId', '=', personId)
		.where('validFrom', '<=', at)
		.where((row) => row.or([row('validTo', 'is', null), row('validTo', '>', at)]))
		.orderBy('validFrom')
		.orderBy('id')
		.execute();
	return rows.map(grantOf);
}

/** Someone who has a role somewhere. */
export interface Holder {
	readonly grantId: Id;
	readonly personId: Id;
	readonly name: string;
	readonly role: Role;
	readonly since: Instant;
}

/** Who has a role in a group, agency, office or on the platform at a moment, longest first. */
export async function holdersOf(reader: Reader, scope: Scope, scopeId: string, at: Instant): Promise<Holder[]> {
	const rows = await reader
		.selectFrom('roleGrant')
		.innerJoin('person', 'person.id', 'roleGrant.personId')
		.select(['roleGrant.id as grantId', 'personId', 'person.name', 'role', 'validFrom'])
		.where('scopeId', '=', scopeId)
		.where('scope', '=', scope)
		.where('validFrom', '<=', at)
		.where((row) => row.or([row('validTo', 'is', null), row('validTo', '>', at)]))
		.orderBy('validFrom')
		.orderBy('roleGrant.id')
		.execute();
	return rows.map((row) => ({
		grantId: id(row.grantId),
		personId: id(row.personId),
		name: row.name,
		role: roleOf(row.role),
		since: instant(row.validFrom)
	}));
}

const scopesOf: Readonly<Record<Work['tenant']['kind'], Scope[]>> = {
	group: ['group'],
	agency: ['agency'],
	platform: ['office', 'platform']
};

function assertTenant({ tenant }: Work, scope: Scope, scopeId: string): void {
	const isOwn = tenant.kind === 'platform' || tenant.id === scopeId;
	assert(
		scopesOf[tenant.kind].includes(scope) && isOwn,
		`a role in a ${scope} is not given in a work of the ${tenant.kind}`
	);
}

async function checkPerson(work: Work, personId: Id): Promise<void> {
	const person = await work.trx
		.selectFrom('person')
		.select('id')
		.where('id', '=', personId)
		.where('erasedAt', 'is', null)
		.executeTakeFirst();
	if (person === undefined) throw new NotFound('person');
}

interface GrantRow {
	readonly id: string;
	readonly scopeId: string;
	readonly role: string;
	readonly regionCode: string;
}

function grantOf({ id: grantId, scopeId, role: text, regionCode }: GrantRow): Grant {
	const role = roleOf(text);
	return { id: grantId, scope: roleScopes[role], scopeId, role, regionCode };
}

function roleOf(text: string): Role {
	return present(parseRole(text), `role ${text}`);
}
