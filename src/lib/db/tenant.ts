/** Whose rows a work may write: one group's, one agency's, or the platform's. */
import type { Id } from '#lib/kernel/id.ts';

export type Tenant =
	| { readonly kind: 'group'; readonly id: Id }
	| { readonly kind: 'agency'; readonly id: Id }
	| { readonly kind: 'platform'; readonly id: 'platform' };

/** What belongs to no group: regions, people, offices, rules. */
export const PLATFORM: Tenant = { kind: 'platform', id: 'platform' };

export function groupTenant(groupId: Id): Tenant {
	return { kind: 'group', id: groupId };
}

export function agencyTenant(agencyId: Id): Tenant {
	return { kind: 'agency', id: agencyId };
}

/** Who does it: a person, or the system itself (`personId` null) under the name of its part. */
export interface Actor {
	readonly personId: Id | null;
	readonly name: string;
}

export function systemActor(part: string): Actor {
	return { personId: null, name: part };
}
