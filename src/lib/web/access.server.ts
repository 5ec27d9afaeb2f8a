/** May they? The first thing that every route asks, by a named permission in a place that its address names. */
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { metricsToken } from '#env';
import type { Database, Reader } from '#lib/db/open.server.ts';
import { type Actor, groupTenant, PLATFORM, type Tenant } from '#lib/db/tenant.ts';
import { type Group, groupBySlug, groupOf } from '#lib/groups/queries.server.ts';
import { type Grant, may, mayAnywhere, type Permission, type Place, rolesWith } from '#lib/identity/permissions.ts';
import { roleName } from '#lib/identity/role-name.ts';
import type { SignedIn } from '#lib/identity/sessions.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { dayOf, type Day } from '#lib/kernel/day.ts';
import { type Id, isId } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { m } from '#texts/messages.js';
import { NotAllowed, SignInNeeded } from './api.server.ts';
import { theApp } from './app.server.ts';

/** What a route may use once the person is known. */
export interface Access {
	readonly db: Database;
	readonly reader: Reader;
	readonly actor: Actor;
	readonly person: SignedIn;
}

export interface GroupAccess extends Access {
	readonly groupId: Id;
	readonly group: Group;
	readonly tenant: Tenant;
	/** The present day in the group's zone. */
	readonly today: Day;
	/** Whether this person may also do something else here: for showing or hiding a button. */
	readonly can: (permission: Permission) => boolean;
}

/** A page or endpoint for everybody; said aloud so that no route forgets to ask. */
export function requirePublic(event: RequestEvent): { db: Database; reader: Reader; requestId: string } {
	const { db } = theApp();
	return { db, reader: db.reader, requestId: event.locals.requestId };
}

/** Anyone who is signed in. Pages send others to sign in; endpoints under `/api` throw SignInNeeded. */
export function requireSignedIn(event: RequestEvent): Access {
	const { signedIn } = event.locals;
	if (signedIn === null) {
		if (isApi(event)) throw new SignInNeeded();
		redirect(303, `/masuk?ke=${encodeURIComponent(event.url.pathname + event.url.search)}`);
	}
	const { db } = theApp();
	return { db, reader: db.reader, actor: { personId: signedIn.personId, name: signedIn.name }, person: signedIn };
}

/**
 * A person with `permission` in the group that the address names (`[kube]` by slug, `[group]` by id). To someone without
 * any role there the group reads as if it did not exist.
 */
export async function requireGroup(event: RequestEvent, permission: Permission): Promise<GroupAccess> {
	const access = requireSignedIn(event);
	const group = await groupNamed(event, access.reader);
	const place = group === null ? null : placeOf(group);
	const { grants } = event.locals;
	if (group === null || place === null || !hasAnyRole(grants, place)) return refuse(event, new NotFound('group'));
	if (!may(grants, permission, place)) return refuse(event, new NotAllowed(permission, rolesText(permission)));
	return {
		...access,
		groupId: group.groupId,
		group,
		tenant: groupTenant(group.groupId),
		today: dayOf(access.db.clock(), group.zone),
		can: (other) => may(grants, other, place)
	};
}

/** A person with `permission` at some office or on the platform; gives the grants that allow it. */
export function requireAnywhere(
	event: RequestEvent,
	permission: Permission
): Access & { grants: readonly Grant[]; tenant: Tenant } {
	const access = requireSignedIn(event);
	const grants = mayAnywhere(event.locals.grants, permission);
	if (grants.length === 0) return refuse(event, new NotAllowed(permission, rolesText(permission)));
	return { ...access, grants, tenant: PLATFORM };
}

/** Whether a machine may read the metrics: on loopback, or with the token. */
export function requireMachine(event: RequestEvent): boolean {
	const given = event.request.headers.get('authorization');
	if (metricsToken !== null && given === `Bearer ${metricsToken}`) return true;
	return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(event.getClientAddress());
}

/** Where a group is, for the question who may do what in it. */
export function placeOf(group: Group): Place {
	return { scope: 'group', id: group.groupId, regionCode: group.villageCode };
}

async function groupNamed(event: RequestEvent, reader: Reader): Promise<Group | null> {
	const { kube, group } = event.params as { kube?: string; group?: string };
	const id = kube ?? present(group, 'a group in the address');
	try {
		if (kube !== undefined) return await groupBySlug(reader, kube);
		return isId(id) ? await groupOf(reader, id) : null;
	} catch (missing) {
		if (missing instanceof NotFound) return null;
		throw missing;
	}
}

/** Every role in a group, and every office above it, may at least know that the group is there. */
function hasAnyRole(grants: readonly Grant[], place: Place): boolean {
	return may(grants, 'group.read', place) || may(grants, 'catalog.read', place) || may(grants, 'sale.record', place);
}

function refuse(event: RequestEvent, refusal: NotFound | NotAllowed): never {
	if (isApi(event)) throw refusal;
	if (refusal instanceof NotFound) error(404, m.web_not_found());
	error(403, m.web_not_allowed({ roles: refusal.roles }));
}

function isApi(event: RequestEvent): boolean {
	return event.url.pathname.startsWith('/api/');
}

/** The roles that have `permission`, as people say them: "ketua, bendahara". */
function rolesText(permission: Permission): string {
	return [...new Set(rolesWith(permission).map(roleName))].join(', ');
}
