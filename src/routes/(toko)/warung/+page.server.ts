/** Warung and other groups, a page at a time, by words. */
import { groupsIn } from '#lib/groups/browse.server.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

const pageSize = 24;

export const load: PageServerLoad = async (event) => {
	const { db, reader } = requirePublic(event);
	const asked = event.url.searchParams;
	const query = asked.get('cari') ?? '';
	const everyKind = asked.get('jenis') === 'semua';
	const after = asked.get('sesudah');
	const { groups, next } = await groupsIn(reader, {
		query,
		status: 'active',
		limit: pageSize,
		...(everyKind ? {} : { isShop: true }),
		...(after === null ? {} : { after })
	});
	return { now: db.clock(), groups, next: next === null ? null : addressOf(event.url, next), query, everyKind };
};

function addressOf(url: URL, after: string): string {
	const parameters = new URLSearchParams(url.searchParams);
	parameters.set('sesudah', after);
	return `${url.pathname}?${parameters.toString()}`;
}
