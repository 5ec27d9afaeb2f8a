/** A group as anyone may see it: only while it works, and only what it tells everyone. */
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { type Group, groupBySlug } from '#lib/groups/queries.server.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { m } from '#texts/messages.js';
import { theApp } from './app.server.ts';

/** What a resident is told of a group. */
export type PublicGroup = Pick<
	Group,
	| 'groupId'
	| 'slug'
	| 'name'
	| 'villageCode'
	| 'address'
	| 'zone'
	| 'phone'
	| 'story'
	| 'logoFileId'
	| 'openingHours'
	| 'isShop'
>;

/** The active group of this address, an older address leading to the present one; 404 for any other. */
export async function publicGroup(event: RequestEvent, slug: string): Promise<PublicGroup> {
	const group = await groupBySlug(theApp().db.reader, slug).catch((missing: unknown) => {
		if (missing instanceof NotFound) return null;
		throw missing;
	});
	if (group?.status !== 'active') error(404, m.web_not_found());
	if (group.slug !== slug) redirect(308, event.url.pathname.replace(`/${slug}`, `/${group.slug}`) + event.url.search);
	const { groupId, name, villageCode, address, zone, phone, story, logoFileId, openingHours, isShop } = group;
	return {
		groupId,
		slug: group.slug,
		name,
		villageCode,
		address,
		zone,
		phone,
		story,
		logoFileId,
		openingHours,
		isShop
	};
}
