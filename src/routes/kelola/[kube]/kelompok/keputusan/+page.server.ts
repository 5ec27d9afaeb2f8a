/** What was decided, newest first. */
import { decisionsOf } from '#lib/groups/decisions.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

const pageSize = 20;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'decisions.read');
	const before = Number(event.url.searchParams.get('sebelum') ?? '');
	const page = await decisionsOf(reader, groupId, {
		limit: pageSize,
		...(Number.isSafeInteger(before) && before > 0 ? { before } : {})
	});
	return {
		decisions: page.decisions,
		next: page.next === null ? null : `${event.url.pathname}?sebelum=${page.next}`
	};
};
