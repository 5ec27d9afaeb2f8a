/** Who may do what: one table of permissions and the roles that have them, and how far a role reaches. */
import { isWithin } from '#lib/regions/place.ts';

export const scopes = ['group', 'agency', 'office', 'platform'] as const;
export type Scope = (typeof scopes)[number];

/** Every role, and what it is a role in. */
export const roleScopes = {
	chair: 'group',
	secretary: 'group',
	treasurer: 'group',
	cashier: 'group',
	member: 'group',
	pendamping: 'group',
	'budget-owner': 'agency',
	'commitment-officer': 'agency',
	'procurement-officer': 'agency',
	'activity-officer': 'agency',
	'goods-steward': 'agency',
	'paying-treasurer': 'agency',
	inspector: 'agency',
	'office-admin': 'office',
	'office-staff': 'office',
	administrator: 'platform'
} as const satisfies Record<string, Scope>;

export type Role = keyof typeof roleScopes;

const officers = ['chair', 'secretary', 'treasurer'] as const;
const insiders = [...officers, 'cashier', 'member'] as const;
const office = ['office-admin', 'office-staff'] as const;
/** They see a group's money and never touch it. */
const overseers = ['pendamping', ...office] as const;
const agency = [
	'budget-owner', 'commitment-officer', 'procurement-officer', 'activity-officer', 'goods-steward', 'paying-treasurer',
	'inspector'
] as const; // prettier-ignore

/** The table. A permission is asked for by every route first; a name not listed here does not exist. */
const holders = {
	'sale.record': [...officers, 'cashier'],
	'sale.void': [...officers, 'cashier'],
	// What a cashier alone may not: a discount beyond the group's limit.
	'sale.approve': [...officers],
	'credit.read': [...officers, 'cashier', ...overseers],
	'credit.limit': [...officers],
	'cash.confirm': ['treasurer'],
	'sale.read': [...officers, 'cashier', ...overseers],
	// A cashier's phone becomes a till by the QR that an officer shows.
	'till.enrol': [...officers],
	// Its events carry the signature of the till that wrote them; who brings them adds nothing.
	'till.deliver': [...officers, 'cashier'],
	'stock.read': [...insiders, ...overseers],
	'stock.receive': [...officers, 'cashier'],
	'stock.count': [...officers, 'cashier'],
	'catalog.read': [...insiders, ...overseers],
	'catalog.edit': [...officers],
	'books.read': [...officers, 'member', ...overseers],
	'books.post': ['treasurer'],
	'books.close': ['chair', 'treasurer'],
	// Taking the bank's file of card payments, and settling by hand what it does not agree with.
	'settlement.import': ['chair', 'treasurer'],
	// What all groups of an office's region earn, together and each: nobody else sees it, the administrator neither.
	'region.read': [...office],
	'group.read': [...insiders, ...overseers, 'administrator'],
	'group.edit': ['chair', 'secretary', 'pendamping', 'office-admin'],
	'members.read': [...insiders, ...overseers],
	'members.edit': ['chair', 'secretary', 'pendamping', 'office-admin'],
	'nik.read': ['chair', 'secretary', 'office-admin'],
	'decisions.read': [...insiders, ...overseers],
	'decisions.record': ['chair', 'secretary', 'pendamping', 'office-admin'],
	'officers.change': ['pendamping', 'office-admin'],
	'pendamping.assign': [...office],
	'status.change': [...office],
	'licences.edit': ['chair', 'secretary', 'pendamping', 'office-admin'],
	'bank.read': [...officers, 'office-admin'],
	'bank.edit': ['chair', 'treasurer'],
	'papers.read': [...officers, ...overseers],
	'terminals.read': [...officers, ...overseers],
	'terminals.edit': ['chair', 'treasurer'],
	// A slip shows where and when somebody shopped; a cashier adds its picture and does not look through them.
	'slips.add': [...officers, 'cashier'],
	'slips.read': ['chair', 'treasurer', ...overseers],
	'deeds.write-off': ['chair', 'treasurer'],
	// Facts for oversight: the group itself is not asked to judge itself.
	'aid.facts': [...overseers],
	'aid.rules': [...office, 'administrator'],
	// By one person, and by another of the same office: never by the administrator.
	'aid.propose': [...office],
	'aid.confirm': [...office],
	'audit.read': ['chair', 'treasurer', 'pendamping', 'office-admin', 'administrator'],
	'entry.vouch': ['chair', 'pendamping', ...office, 'administrator'],
	'group.found': [...office, 'administrator'],
	'people.search': [...office, 'administrator'],
	'people.register': ['chair', 'secretary', 'pendamping', ...office, 'administrator'],
	'person.erase': ['office-admin', 'administrator'],
	'office.read': [...office, 'administrator'],
	'office.people': ['office-admin', 'administrator'],
	'office.found': ['administrator'],
	'agency.read': [...agency, ...office, 'administrator'],
	'agency.found': ['office-admin', 'administrator'],
	'agency.people': ['budget-owner', 'office-admin', 'administrator'],
	'jobs.read': ['administrator']
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof holders;

/** Every permission there is. */
export const permissions = Object.keys(holders) as readonly Permission[];

/** A role that a person has now. */
export interface Grant {
	readonly id: string;
	readonly scope: Scope;
	readonly scopeId: string;
	readonly role: Role;
	/** Where it is a role: a group's village, the region that an office serves; '' is the whole country. */
	readonly regionCode: string;
}

/** Where something is to be done. A group stands in its village, an agency in its regency. */
export type Place =
	| { readonly scope: 'group' | 'agency' | 'office'; readonly id: string; readonly regionCode: string }
	| { readonly scope: 'platform' };

/** Whether one of `grants` allows `permission` at `place`. */
export function may(grants: readonly Grant[], permission: Permission, place: Place): boolean {
	return mayAnywhere(grants, permission).some((grant) => reaches(grant, place));
}

/** The grants that allow `permission` somewhere: for menus, and for lists of where. */
export function mayAnywhere(grants: readonly Grant[], permission: Permission): readonly Grant[] {
	const roles: readonly Role[] = holders[permission];
	return grants.filter((grant) => roles.includes(grant.role));
}

/** The roles that have `permission`: for "Siapa yang bisa melihat ini?". */
export function rolesWith(permission: Permission): readonly Role[] {
	return holders[permission];
}

/** A role reaches its own group, agency or office; an office also what stands in its region; the platform's role all. */
export function reaches(grant: Grant, place: Place): boolean {
	if (grant.scope === 'platform') return true;
	if (place.scope === 'platform') return false;
	if (grant.scope === place.scope && grant.scopeId === place.id) return true;
	return grant.scope === 'office' && isWithin(place.regionCode, grant.regionCode);
}

/** A role of that name, or null. */
export function parseRole(text: string): Role | null {
	return Object.hasOwn(roleScopes, text) ? (text as Role) : null;
}

/** The roles of a scope, highest first. */
export function rolesOf(scope: Scope): readonly Role[] {
	return (Object.keys(roleScopes) as Role[]).filter((role) => roleScopes[role] === scope);
}
