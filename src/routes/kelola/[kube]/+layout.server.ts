/** What every page of a group's back office needs for its frame. */
import { redirect } from '@sveltejs/kit';
import { regionPath } from '#lib/regions/queries.server.ts';
import { countToCheck } from '#lib/sales/to-check.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { workFrameOf } from '#lib/web/frame.server.ts';
import { navOf, placesOf } from './nav.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { group, groupId, reader, person, can } = await requireGroup(event, 'group.read');
	const { url, params, locals } = event;
	if (group.slug !== params.kube) redirect(308, url.pathname.replace(params.kube, group.slug) + url.search);
	const base = `/kelola/${group.slug}`;
	const [village, toCheck] = await Promise.all([
		regionPath(reader, group.villageCode),
		can('sale.read') ? countToCheck(reader, groupId) : 0
	]);
	return {
		...workFrameOf(event, person),
		base,
		kube: { groupId, slug: group.slug, name: group.name, zone: group.zone, status: group.status },
		place: village.text.split(',')[0] ?? village.text,
		nav: navOf(base, can, toCheck),
		places: placesOf(group, can, locals.grants)
	};
};
