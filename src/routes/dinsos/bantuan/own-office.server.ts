/** In whose name a person acts for aid: an office of theirs, by the parameter `kantor` where they have several. */
import { error } from '@sveltejs/kit';
import type { Reader } from '#lib/db/open.server.ts';
import { officeById } from '#lib/identity/offices.server.ts';
import type { Grant } from '#lib/identity/permissions.ts';
import { type Day, dayOf } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { m } from '#texts/messages.js';
import { type NamedRegion, regionNamed } from '../reach.server.ts';

export interface OwnOffice {
	readonly officeId: Id;
	readonly name: string;
	readonly region: NamedRegion;
	/** The present day there. */
	readonly today: Day;
}

/** The office among `grants` that the address names, or the first; null for who has none. 404 for an office of others. */
export async function ownOffice(
	reader: Reader,
	url: URL,
	{ grants, now }: { readonly grants: readonly Grant[]; readonly now: Instant }
): Promise<OwnOffice | null> {
	const own = grants.filter((grant) => grant.scope === 'office');
	const asked = url.searchParams.get('kantor');
	const grant = asked === null ? own[0] : own.find(({ scopeId }) => scopeId === asked);
	if (grant === undefined && asked !== null) error(404, m.web_not_found());
	if (grant === undefined) return null;
	const { id: officeId, name, regionCode } = await officeById(reader, id(grant.scopeId));
	const region = await regionNamed(reader, regionCode);
	return { officeId, name, region, today: dayOf(now, region.zone) };
}

/** The same, for what only a person of an office may do. */
export async function officeOr404(...asked: Parameters<typeof ownOffice>): Promise<OwnOffice> {
	const office = await ownOffice(...asked);
	if (office === null) error(404, m.web_not_found());
	return office;
}
