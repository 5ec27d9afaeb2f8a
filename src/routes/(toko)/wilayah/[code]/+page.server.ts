/** One place: its groups, and the places in it that have some. */
import { error } from '@sveltejs/kit';
import { groupsIn } from '#lib/groups/browse.server.ts';
import { regionsWithGroups } from '#lib/groups/places.server.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { regionPath } from '#lib/regions/queries.server.ts';
import { parentOf } from '#lib/regions/place.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import { m } from '#texts/messages.js';
import type { PageServerLoad } from './$types';

const pageSize = 24;

export const load: PageServerLoad = async (event) => {
	const { db, reader } = requirePublic(event);
	const { code } = event.params;
	const path = await regionPath(reader, code).catch((missing: unknown) => {
		if (missing instanceof NotFound) error(404, m.web_not_found());
		throw missing;
	});
	const after = event.url.searchParams.get('sesudah');
	const [places, { groups, next }] = await Promise.all([
		regionsWithGroups(reader, code),
		groupsIn(reader, { regionCode: code, status: 'active', limit: pageSize, ...(after === null ? {} : { after }) })
	]);
	const more = next === null ? null : `${event.url.pathname}?sesudah=${encodeURIComponent(next)}`;
	return { now: db.clock(), path, parent: parentOf(code), places, groups, next: more };
};
